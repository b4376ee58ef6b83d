import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  DeliveryDetail,
  DeliveryStageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { CopyButton } from '../builds/CopyButton';
import { Facts } from '../builds/Facts';
import { Section } from '../builds/Section';
import { ExternalLink } from '../frame/ExternalLink';
import { MONOSPACE } from '../logs/useLogStyles';
import { PhaseMark } from '../phase/PhaseMark';
import { ProblemList } from '../states/ProblemList';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { FactNote } from './facts/FactNote';
import { SourceFactsView } from './facts/SourceFactsView';

const useStyles = makeStyles((theme: Theme) => ({
  stage: {
    margin: 0,
    marginTop: theme.spacing(2),
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    alignItems: 'center',
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 15,
    fontWeight: 600,
  },
  text: {
    fontFamily: MONOSPACE,
    fontSize: 12.5,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxHeight: 320,
    overflow: 'auto',
    margin: theme.spacing(1, 0, 0),
  },
  failure: { whiteSpace: 'pre-wrap' },
  summary: { cursor: 'pointer', fontSize: 13.5, marginTop: theme.spacing(1.5) },
}));

const TONES = { delivered: 'ok', behind: 'warn', 'not-known': 'idle' } as const;

/** What one delivery is made of: whether what was built is what runs, where it is reached, its stages with what they print. */
export function DeliveryDetailView({ detail }: { detail: DeliveryDetail }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { addresses, state } = detail;
  const { name, cluster } = detail.ref;
  return (
    <Section title={t('graph.deliveryTitle', { name, cluster })}>
      <FactNote tone={TONES[state]}>
        {t(`graph.deliveryState.${state}`)}
      </FactNote>
      <ProblemList problems={detail.problems} />
      <Facts
        facts={[
          {
            name: t('graph.deliveryAddress'),
            value:
              addresses.length === 0
                ? undefined
                : addresses.map(({ kind, name: of, host, url }) => (
                    <div key={`${kind}/${of}/${host}`}>
                      {url ? (
                        <ExternalLink url={url}>{url}</ExternalLink>
                      ) : (
                        host
                      )}{' '}
                      ({kind} {of})
                    </div>
                  )),
          },
          {
            name: t('graph.deliveryWritten'),
            value: detail.written,
            mono: true,
          },
          {
            name: t('graph.deliveryDeployed'),
            value: detail.deployed,
            mono: true,
          },
          { name: t('graph.deliveryBuilt'), value: detail.built, mono: true },
          {
            name: t('graph.deliveryRunning'),
            value: detail.running,
            mono: true,
          },
        ]}
      />
      {detail.stages.map(stage => (
        <Stage key={stage.stage.name} it={stage} />
      ))}
    </Section>
  );
}

function Stage({ it }: { it: DeliveryStageView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { stage, source, deploy, gone } = it;
  return (
    <section className={classes.stage}>
      <h4 className={classes.head}>
        {stage.title}
        <PhaseMark phase={stage.phase.kind} />
      </h4>
      {gone && <FactNote tone="warn">{t('graph.deliveryGone')}</FactNote>}
      {source && <SourceFactsView facts={source} />}
      {deploy && (
        <>
          {deploy.failure && (
            <FactNote tone="bad">
              <span className={classes.failure}>{deploy.failure}</span>
            </FactNote>
          )}
          <Facts
            facts={[
              { name: deploy.kind, value: deploy.name },
              { name: t('graph.deliverySays'), value: deploy.says },
              { name: t('facts.revision'), value: deploy.revision, mono: true },
              {
                name: t('graph.deliveryExit'),
                value:
                  deploy.exitCode === undefined
                    ? undefined
                    : String(deploy.exitCode),
              },
              {
                name: t('graph.deliveryAt'),
                value:
                  deploy.updatedAt &&
                  t('stage.ago', { age: <Age since={deploy.updatedAt} /> }),
              },
            ]}
          />
          {deploy.output && (
            <details open={deploy.failure !== undefined}>
              <summary className={classes.summary}>
                {t('graph.deliveryOutput')}
              </summary>
              <CopyButton
                text={deploy.output}
                what={t('graph.deliveryOutput')}
              />
              {/* Scrolls, so the keyboard must get there. */}
              {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <pre className={classes.text} tabIndex={0}>
                {deploy.output}
              </pre>
            </details>
          )}
        </>
      )}
    </section>
  );
}
