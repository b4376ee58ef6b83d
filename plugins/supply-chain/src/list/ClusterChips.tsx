import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  assertNever,
  type ClusterView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { PhaseShape } from '../phase/PhaseShape';
import type { PhaseTone } from '../phase/PhaseTone';
import { useToneStyles } from '../phase/useToneStyles';
import { SignInButton } from '../signIn/SignInButton';
import { problemWords } from '../states/problemWords';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { limitWords } from './limitWords';

const useStyles = makeStyles((theme: Theme) => ({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    // One chip high before the first answer too: the page does not move.
    minHeight: 28,
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    height: 28,
    padding: theme.spacing(0, 1.25),
    fontSize: 13,
    borderRadius: 14,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
  state: { color: quietColor(theme) },
}));

/** How far each cluster can be trusted. What is behind a bad state is on hover and for screen readers. */
export function ClusterChips({
  clusters,
}: {
  clusters: readonly ClusterView[];
}) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <ul className={classes.chips} aria-label={t('list.clusters')}>
      {clusters.map(cluster => {
        const tone = TONES[cluster.state];
        const problems = cluster.kinds.flatMap(({ problem }) => problem ?? []);
        const details = [
          ...limitWords(t, cluster),
          ...new Set(problems.map(problem => problemWords(t, problem))),
        ].join('\n');
        const [signIn] = problems.flatMap(problem =>
          problem.because === 'sign-in' ? problem : [],
        );
        return (
          <li
            key={cluster.name}
            className={classes.chip}
            title={details || undefined}
          >
            <PhaseShape tone={tone} size={14} className={tones[tone]} />
            <span>{cluster.title ?? cluster.name}</span>
            {signIn ? (
              <SignInButton
                cluster={cluster.title ?? cluster.name}
                authProvider={signIn.authProvider}
              />
            ) : (
              <span className={classes.state}>{chipWords(t, cluster)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const TONES: Readonly<Record<ClusterView['state'], PhaseTone>> = {
  loading: 'busy',
  fresh: 'ok',
  stale: 'warn',
  denied: 'warn',
  down: 'warn',
};

function chipWords(t: Words, cluster: ClusterView): string {
  const state = stateWords(t, cluster);
  const limits = cluster.kinds.flatMap(({ limitedTo }) => limitedTo ?? []);
  const count = new Set(limits).size;
  return count > 0 ? t('list.clusterLimited', { state, count }) : state;
}

function stateWords(t: Words, { state, since }: ClusterView): string {
  const at = since === undefined ? NaN : Date.parse(since);
  const clock = Number.isNaN(at)
    ? undefined
    : new Date(at).toLocaleTimeString(undefined, {
        hour: '2-digit',
        minute: '2-digit',
      });
  switch (state) {
    case 'loading':
      return t('list.clusterLoading');
    case 'fresh':
      return t('list.clusterFresh');
    case 'stale':
      return clock
        ? t('list.clusterStale', { since: clock })
        : t('list.clusterStaleNow');
    case 'denied':
      return t('list.clusterDenied');
    case 'down':
      return clock
        ? t('list.clusterDown', { since: clock })
        : t('list.clusterDownNow');
    default:
      return assertNever(state);
  }
}
