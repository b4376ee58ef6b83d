import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  shortRevision,
  type AddressView,
  type DeliveryDetail,
  type DeliveryStageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { CopyButton } from '../panel/CopyButton';
import { Facts } from '../panel/Facts';
import { Section } from '../panel/Section';
import { ExternalLink } from '../frame/ExternalLink';
import { MONOSPACE } from '../frame/MONOSPACE';
import { PhaseMark } from '../phase/PhaseMark';
import { ProblemList } from '../states/ProblemList';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { DeliveryCompare } from './DeliveryCompare';
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
  failure: {
    display: 'block',
    marginTop: theme.spacing(0.5),
    whiteSpace: 'pre-wrap',
  },
  summary: { cursor: 'pointer', fontSize: 13.5, marginTop: theme.spacing(1.5) },
}));

const TONES = {
  delivered: 'ok',
  behind: 'warn',
  failed: 'bad',
  'not-known': 'idle',
} as const;

/** What one delivery is made of: whether what was built is what runs, where it is reached, its stages with what they print. */
export function DeliveryDetailView({ detail }: { detail: DeliveryDetail }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { state, deployed } = detail;
  const { name, cluster } = detail.ref;
  const classes = useStyles();
  // What failed is told once: first of all where it is why the newest does not run, else at its stage.
  const failure =
    state === 'failed'
      ? detail.stages.find(({ deploy }) => deploy?.failure)?.deploy?.failure
      : undefined;
  const owner = detail.stages.flatMap(({ stage: { phase } }) =>
    phase.kind === 'failed' || phase.kind === 'misconfigured'
      ? phase.owner ?? []
      : [],
  )[0];
  const sentences = [
    t(`graph.deliveryState.${state}`),
    state === 'failed' &&
      deployed &&
      t('graph.deliveryGoesOn', {
        revision: shortRevision(deployed) ?? deployed,
      }),
    state !== 'failed' && owner && t('graph.deliveryTroubled'),
    owner === 'developer' && t('graph.ownerDeveloper'),
    owner === 'platform' && t('graph.ownerPlatform'),
  ].filter(Boolean);
  return (
    <Section title={t('graph.deliveryTitle', { name, cluster })}>
      <FactNote tone={owner ? 'bad' : TONES[state]}>
        {sentences.join(' ')}
        {failure && <span className={classes.failure}>{failure}</span>}
      </FactNote>
      <ProblemList problems={detail.problems} />
      <DeliveryCompare detail={detail} />
      <Facts
        facts={[
          {
            name: t('graph.deliveryAddress'),
            value:
              detail.addresses.length === 0
                ? undefined
                : detail.addresses.map(address => (
                    <Address
                      key={`${address.kind}/${address.name}/${address.host}`}
                      it={address}
                      said={failure}
                    />
                  )),
          },
        ]}
      />
      {detail.stages.map(stage => (
        <Stage key={stage.stage.name} it={stage} said={failure} />
      ))}
    </Section>
  );
}

function Address({
  it,
  said = '',
}: {
  it: AddressView;
  said?: string | undefined;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { kind, name, host, url, serves, newest, newestSays } = it;
  return (
    <div>
      {url ? <ExternalLink url={url}>{url}</ExternalLink> : host} ({kind} {name}
      {serves && `, ${t('graph.deliveryRevision', { revision: serves })}`})
      {newest && (
        <div>
          {newestSays && !said.includes(newestSays)
            ? t('graph.deliveryNewestSays', {
                revision: newest,
                says: newestSays,
              })
            : t('graph.deliveryNewest', { revision: newest })}
        </div>
      )}
    </div>
  );
}

function Stage({
  it,
  said,
}: {
  it: DeliveryStageView;
  said: string | undefined;
}) {
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
      {source && <SourceFactsView facts={source} titled={false} />}
      {deploy && (
        <>
          {deploy.failure && deploy.failure !== said && (
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
                name: t('graph.deliveryAttempted'),
                value: deploy.attempted,
                mono: true,
              },
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
