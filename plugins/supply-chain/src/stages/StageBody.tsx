import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { StageDetailView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Facts } from '../panel/Facts';
import { PanelLink } from '../panel/PanelLink';
import { Section } from '../panel/Section';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ConditionTable } from '../panel/ConditionTable';
import { EventList } from './EventList';
import { StageFactsSection } from './facts/StageFactsSection';
import { OutputList } from './OutputList';
import { StageRuns } from './runs/StageRuns';
import { StageSays } from './StageSays';
import { usePanelUrl } from '../panel/usePanelUrl';

const useStyles = makeStyles((theme: Theme) => ({
  body: {
    padding: theme.spacing(0, 2.25, 2.25),
    '& > * + *': { marginTop: theme.spacing(2) },
  },
  gone: { margin: 0, fontSize: 14 },
}));

/** What every stage has, whatever its kind: what it says, gives, gets, and its conditions. */
export function StageBody({ detail }: { detail: StageDetailView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const { stage, inputs, facts, runs, gone, events, objectConditions } = detail;
  // What a ClusterTemplate stamps gives nothing to later stages, and never will.
  const isThere =
    stage.outputs.length > 0 ||
    (stage.stampedRef !== undefined &&
      stage.templateRef?.kind !== 'ClusterTemplate');
  return (
    <div className={classes.body}>
      <StageSays phase={stage.phase} />
      {gone && <p className={classes.gone}>{t('facts.gone')}</p>}
      {facts && <StageFactsSection facts={facts} />}
      {runs && <StageRuns runs={runs} workload={detail.workload} />}
      {isThere && (
        <Section title={t('stage.outputs')}>
          <OutputList outputs={stage.outputs} />
        </Section>
      )}
      {(inputs.length > 0 || stage.templateRef) && (
        <Section title={t('stage.inputs')}>
          <Facts
            facts={[
              ...inputs.map(input => ({
                name: input.type ?? '',
                value: (
                  <PanelLink
                    to={url.with({
                      stage: input.stage,
                      tab: undefined,
                      build: undefined,
                      step: undefined,
                      line: undefined,
                      q: undefined,
                    })}
                  >
                    {input.title}
                  </PanelLink>
                ),
              })),
              {
                name: t('stage.template'),
                value:
                  stage.templateRef &&
                  `${stage.templateRef.kind} ${stage.templateRef.name}`,
              },
            ]}
          />
        </Section>
      )}
      {stage.conditions.length > 0 && (
        <Section title={t('stage.conditions')}>
          <ConditionTable conditions={stage.conditions} />
        </Section>
      )}
      {objectConditions && (
        <Section title={t('facts.objectConditions')}>
          <ConditionTable conditions={objectConditions} />
        </Section>
      )}
      {events && (
        <Section title={t('facts.events')}>
          <EventList events={events} />
        </Section>
      )}
    </div>
  );
}
