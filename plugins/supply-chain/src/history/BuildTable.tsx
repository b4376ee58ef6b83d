import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildName } from '../builds/buildName';
import { sideName } from '../compare/sideName';
import { Hidden } from '../frame/Hidden';
import { MONOSPACE } from '../frame/MONOSPACE';
import { useStackedTable } from '../frame/useStackedTable';
import { PanelLink } from '../panel/PanelLink';
import { usePanelUrl } from '../panel/usePanelUrl';
import { PhaseMark } from '../phase/PhaseMark';
import { quietColor } from '../phase/quietColor';
import { Age } from '../time/Age';
import { Elapsed } from '../time/Elapsed';
import { formatDuration } from '../time/formatDuration';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  // It scrolls within itself on a narrow page.
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    [theme.breakpoints.up('sm')]: { minWidth: 700 },
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
    // One block a build: its name and how it ended in the first line, the box to pick it at its end.
    [theme.breakpoints.down('xs')]: {
      '& > tbody > tr': { position: 'relative' },
      '& > tbody > tr > $pick': { position: 'absolute', right: 8, top: 8 },
      '& > tbody > tr > $number, & > tbody > tr > $state': {
        display: 'inline-block',
        paddingRight: theme.spacing(2),
      },
    },
  },
  pick: { width: 24 },
  mono: { fontFamily: MONOSPACE, fontSize: 12.5, whiteSpace: 'nowrap' },
  number: { whiteSpace: 'nowrap' },
  state: {},
  archived: { fontSize: 12, color: quietColor(theme), minWidth: 120 },
  why: { overflowWrap: 'anywhere', minWidth: 140 },
  quiet: {
    color: quietColor(theme),
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Builds, one a row, or one a block where it is narrow; each leads to its own page, and can be picked for a comparison. */
export function BuildTable({
  builds,
  shown,
  picked,
  onPick,
}: {
  /** Newest first. */
  builds: readonly BuildRow[];
  /** Name of the build the other tabs show. */
  shown: string | undefined;
  picked: readonly string[];
  /** Undefined where builds cannot be compared. */
  onPick: ((name: string) => void) | undefined;
}) {
  const classes = useStyles();
  const { stacked } = useStackedTable();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  return (
    <div className={classes.scroll}>
      <table
        className={`${classes.table} ${stacked}`}
        aria-label={t('build.historyTitle')}
      >
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
                {onPick && !build.archived && (
                  <input
                    type="checkbox"
                    checked={picked.includes(build.ref.name)}
                    onChange={() => onPick(build.ref.name)}
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
              <td className={classes.state}>
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
              <td
                className={classes.mono}
                title={build.source.revision}
                data-label={t('build.columnRevision')}
              >
                {build.source.short}
              </td>
              <td
                className={classes.mono}
                title={build.produced.digest}
                data-label={t('build.columnImage')}
              >
                {build.phase.kind === 'succeeded' && (
                  <>
                    <div>{build.produced.tag}</div>
                    {shortDigest(build.produced.digest)}
                  </>
                )}
              </td>
              <td className={classes.quiet} data-label={t('build.columnTook')}>
                <Took build={build} />
              </td>
              <td
                className={classes.quiet}
                data-label={t('build.columnQueued')}
              >
                {build.queuedMs !== undefined && formatDuration(build.queuedMs)}
              </td>
              <td className={classes.quiet} data-label={t('build.columnAge')}>
                <Age since={build.startedAt ?? build.createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
