import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  BuildRow,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { CompareBuilds } from '../compare/CompareBuilds';
import { comparePair } from '../compare/comparePair';
import { sideName } from '../compare/sideName';
import { usePicked } from '../compare/usePicked';
import { quietColor } from '../phase/quietColor';
import { MONOSPACE } from '../frame/MONOSPACE';
import { Hidden } from '../frame/Hidden';
import { PhaseMark } from '../phase/PhaseMark';
import { usePanelUrl } from '../panel/usePanelUrl';
import { ProblemList } from '../states/ProblemList';
import { StatePanel } from '../states/StatePanel';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { buildName } from '../builds/buildName';
import { Elapsed } from '../time/Elapsed';
import { formatDuration } from '../time/formatDuration';
import { HistoryChart } from './HistoryChart';
import { PanelLink } from '../panel/PanelLink';

const useStyles = makeStyles((theme: Theme) => ({
  // It scrolls within itself on a narrow page.
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    minWidth: 700,
    borderCollapse: 'collapse',
    fontSize: 13.5,
    '& th, & td': {
      padding: theme.spacing(1.125, 1),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      verticalAlign: 'middle',
    },
    '& th': {
      fontSize: 12,
      fontWeight: 600,
      color: quietColor(theme),
      whiteSpace: 'nowrap',
    },
    '& tr:last-child td': { borderBottom: 0 },
    '& tr[aria-current]': { background: theme.palette.action.hover },
  },
  pick: { width: 24 },
  pickLine: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 13.5,
    color: quietColor(theme),
  },
  mono: { fontFamily: MONOSPACE, fontSize: 12.5, whiteSpace: 'nowrap' },
  number: { whiteSpace: 'nowrap' },
  archived: { fontSize: 12, color: quietColor(theme), minWidth: 120 },
  why: { overflowWrap: 'anywhere', minWidth: 140 },
  quiet: {
    color: quietColor(theme),
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** All builds of an image, newest first. Each leads to its own page. */
export function HistoryTab({
  builds,
  problems,
  shown,
}: {
  builds: readonly BuildRow[];
  problems: readonly Problem[];
  /** Name of the build the other tabs show. */
  shown: string | undefined;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const { picked, toggle } = usePicked();
  const compared = comparePair.read(url.compare);
  const [anyBuild] = builds;
  // Specs are compared, and runs from a Dockerfile say next to each other what differs.
  const canCompare = anyBuild?.engine === 'kpack';
  if (compared && anyBuild) {
    return (
      <CompareBuilds
        build={{ ...anyBuild.ref, name: compared.to }}
        other={compared.from}
        version={builds
          .filter(({ ref }) => [compared.from, compared.to].includes(ref.name))
          .map(({ phase }) => phase.kind)
          .join()}
      />
    );
  }
  if (builds.length === 0 && problems.length === 0) {
    return (
      <StatePanel tone="idle" title={t('build.historyEmpty')}>
        {t('build.historyEmptySays')}
      </StatePanel>
    );
  }
  return (
    <>
      <ProblemList problems={problems} />
      <HistoryChart builds={builds} />
      {canCompare && <PickLine builds={builds} picked={picked} />}
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={t('build.historyTitle')}>
          <thead>
            <tr>
              <th scope="col">
                <Hidden>{t('compare.columnPick')}</Hidden>
              </th>
              <th scope="col">{t('build.columnNumber')}</th>
              <th scope="col">{t('build.columnPhase')}</th>
              <th scope="col">{t('build.columnWhy')}</th>
              <th scope="col">{t('build.columnRevision')}</th>
              <th scope="col">{t('build.columnImage')}</th>
              <th scope="col">{t('build.columnTook')}</th>
              <th scope="col">{t('build.columnQueued')}</th>
              <th scope="col">{t('build.columnAge')}</th>
            </tr>
          </thead>
          <tbody>
            {builds.map((build, index) => (
              <tr
                key={build.ref.name}
                aria-current={build.ref.name === shown || undefined}
              >
                <td className={classes.pick}>
                  {canCompare && !build.archived && (
                    <input
                      type="checkbox"
                      checked={picked.includes(build.ref.name)}
                      onChange={() => toggle(build.ref.name)}
                      aria-label={t('compare.pick', {
                        build: sideName(t, build),
                      })}
                    />
                  )}
                </td>
                <td className={classes.number}>
                  <PanelLink
                    to={url.with({
                      tab: undefined,
                      build: index === 0 ? undefined : build.ref.name,
                      step: undefined,
                      line: undefined,
                    })}
                  >
                    {buildName(t, build)}
                  </PanelLink>
                </td>
                <td>
                  <PhaseMark phase={build.phase.kind} />
                  {build.archived && (
                    <div className={classes.archived}>
                      {t('build.isArchived')}
                    </div>
                  )}
                </td>
                <td className={classes.why}>
                  {build.sentence}
                  {build.type === 'rebase' && (
                    <span className={classes.quiet}>
                      {' · '}
                      {t('build.isRebase')}
                    </span>
                  )}
                </td>
                <td className={classes.mono} title={build.source.revision}>
                  {build.source.short}
                </td>
                <td className={classes.mono} title={build.produced.digest}>
                  {build.phase.kind === 'succeeded' && (
                    <>
                      <div>{build.produced.tag}</div>
                      {shortDigest(build.produced.digest)}
                    </>
                  )}
                </td>
                <td className={classes.quiet}>
                  <Took build={build} />
                </td>
                <td className={classes.quiet}>
                  {build.queuedMs !== undefined &&
                    formatDuration(build.queuedMs)}
                </td>
                <td className={classes.quiet}>
                  <Age since={build.startedAt ?? build.createdAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The way from two picked builds to their comparison; one line whatever is picked, so that nothing jumps. */
function PickLine({
  builds,
  picked,
}: {
  /** Newest first. */
  builds: readonly BuildRow[];
  picked: readonly string[];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const [to, from] = builds.filter(({ ref }) => picked.includes(ref.name));
  if (!to || !from) {
    return (
      <p className={classes.pickLine}>
        {to
          ? t('compare.pickOne', { build: sideName(t, to) })
          : t('compare.pickHint')}
      </p>
    );
  }
  return (
    <p className={classes.pickLine}>
      <PanelLink
        to={url.with({
          compare: comparePair.write(from.ref.name, to.ref.name),
          step: undefined,
          line: undefined,
        })}
      >
        {t('compare.open', {
          from: sideName(t, from),
          to: sideName(t, to),
        })}
      </PanelLink>
    </p>
  );
}

/** `sha256:` and the first twelve digits, as `docker images --digests` readers know them. */
function shortDigest(digest: string | undefined): string | undefined {
  return digest?.slice(0, 'sha256:'.length + 12);
}

function Took({ build }: { build: BuildRow }) {
  if (build.durationMs !== undefined)
    return <>{formatDuration(build.durationMs)}</>;
  return build.phase.kind === 'running' ? (
    <Elapsed since={build.startedAt} />
  ) : null;
}
