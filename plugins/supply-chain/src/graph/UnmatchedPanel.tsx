import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { WorkloadView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { PhaseShape } from '../phase/PhaseShape';
import { useToneStyles } from '../phase/useToneStyles';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  heading: {
    margin: theme.spacing(2, 0, 0.5),
    fontSize: 13,
    fontWeight: 600,
    color: quietColor(theme),
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  chain: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    alignItems: 'center',
  },
  name: { fontWeight: 600 },
  says: { margin: theme.spacing(0, 0, 0.5) },
  who: { margin: theme.spacing(0.5, 0, 0), color: quietColor(theme) },
  muted: { color: quietColor(theme) },
  terms: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(5) },
  labels: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12.5,
  },
}));

/** Why there is no graph: which supply chains there are, and which terms of each the workload does not meet. */
export function UnmatchedPanel({ view }: { view: WorkloadView }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const many = view.candidates.filter(({ matches }) => matches).length > 1;
  const labels = Object.entries(view.labels);
  return (
    <StatePanel
      tone="warn"
      title={t(many ? 'graph.manyTitle' : 'graph.unmatchedTitle')}
    >
      {view.says && <p className={classes.says}>{view.says}</p>}
      {t(many ? 'graph.many' : 'graph.unmatched')}
      {view.owner && (
        <p className={classes.who}>
          {t(
            view.owner === 'platform'
              ? 'graph.ownerPlatform'
              : 'graph.ownerDeveloper',
          )}
        </p>
      )}
      {view.chain && view.graph.stages.length > 0 && (
        <p className={classes.who}>
          {t('graph.unmatchedBefore', { chain: view.chain })}
        </p>
      )}
      {view.candidates.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('graph.candidates')}</h3>
          <ul className={classes.list} aria-label={t('graph.candidates')}>
            {view.candidates.map(({ chain, matches, fails }) => (
              <li key={chain} className={classes.item}>
                <div className={classes.chain}>
                  <PhaseShape
                    tone={matches ? 'ok' : 'bad'}
                    className={matches ? tones.ok : tones.bad}
                  />
                  <span className={classes.name}>{chain}</span>
                  <span className={classes.muted}>
                    {t(
                      matches
                        ? 'graph.candidateMatches'
                        : 'graph.candidateFails',
                    )}
                  </span>
                </div>
                {fails.length > 0 && (
                  <ul className={classes.terms}>
                    {fails.map(term => (
                      <li key={term}>{term}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {labels.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('graph.labels')}</h3>
          <ul className={classes.labels} aria-label={t('graph.labels')}>
            {labels.map(([name, value]) => (
              <li key={name}>
                {name}={value}
              </li>
            ))}
          </ul>
        </>
      )}
    </StatePanel>
  );
}
