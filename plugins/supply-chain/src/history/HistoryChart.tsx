import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWidth } from '../frame/useWidth';
import { PHASE_TONES, type PhaseTone } from '../phase/PhaseTone';
import { quietColor } from '../phase/quietColor';
import { toneColor } from '../phase/toneColor';
import { usePanelUrl } from '../panel/usePanelUrl';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { buildName } from '../builds/buildName';
import { buildTimes } from '../builds/buildTimes';
import { formatDuration } from '../time/formatDuration';

/** px of the drawing. */
const BAR = 12;
const GAP = 4;
const HEIGHT = 64;
/** px of a bar for a build that took next to nothing: it has to be seen, and to be hit. */
const LOWEST = 6;
/** Bars drawn before the place is measured. */
const AT_FIRST = 16;
/** More would be a texture. */
const MOST = 60;

const useStyles = makeStyles((theme: Theme) => ({
  figure: { margin: theme.spacing(0, 0, 2) },
  says: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 13.5,
    color: quietColor(theme),
  },
  chart: { display: 'block', maxWidth: '100%' },
  bar: {
    cursor: 'pointer',
    outline: 'none',
    '&:focus-visible rect:first-child': {
      stroke: theme.palette.primary.main,
      strokeWidth: 2,
    },
  },
  floor: { stroke: theme.palette.divider },
}));

/**
 * How long the builds took and how they ended. The text says it first; a bar is a link to its build, and all of them
 * together one stop of the Tab key. What ended badly is hatched: colour alone would say nothing to some.
 */
export function HistoryChart({ builds }: { builds: readonly BuildRow[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const [width, measure] = useWidth();
  const bars = useRef(new Map<string, HTMLAnchorElement>());
  const [chosen, setChosen] = useState<string>();
  const room = width ? Math.floor(width / (BAR + GAP)) : AT_FIRST;
  const shown = builds.slice(0, Math.min(MOST, Math.max(1, room))).reverse();
  const times = buildTimes(shown);
  if (!times) return null;

  const current = shown.find(({ ref }) => ref.name === chosen) ?? shown.at(-1);
  const addressOf = ({ ref }: BuildRow) => ({
    tab: undefined,
    build: ref.name === builds[0]?.ref.name ? undefined : ref.name,
    step: undefined,
    line: undefined,
  });
  const move = (event: KeyboardEvent, index: number) => {
    const to = {
      ArrowLeft: index - 1,
      ArrowRight: index + 1,
      Home: 0,
      End: shown.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : shown[to];
    if (!next) return;
    event.preventDefault();
    setChosen(next.ref.name);
    bars.current.get(next.ref.name)?.focus();
  };
  const says = (build: BuildRow) =>
    t('build.chartBar', {
      build: buildName(t, build),
      phase: t(`phase.${build.phase.kind}`),
      took:
        build.durationMs === undefined
          ? t('build.chartNotOver')
          : formatDuration(build.durationMs),
    });

  return (
    <figure className={classes.figure} ref={measure}>
      <figcaption className={classes.says}>
        {t('build.chartCount', { count: shown.length })}
        {' · '}
        {[...countsOf(shown)]
          .map(([phase, count]) =>
            t('build.chartOf', {
              phase: t(`phase.${phase}`),
              number: `${count}`,
            }),
          )
          .join(' · ')}
        {'. '}
        {t('build.chartHalf', {
          half: formatDuration(times.half),
          build: buildName(t, times.longest),
          longest: formatDuration(times.longest.durationMs),
        })}
      </figcaption>
      <svg
        className={classes.chart}
        width={shown.length * (BAR + GAP) - GAP}
        height={HEIGHT + 2}
        role="group"
        aria-label={`${t('build.chart')}. ${t('build.chartKeys')}`}
      >
        <Hatch />
        <line
          className={classes.floor}
          x1={0}
          x2="100%"
          y1={HEIGHT + 1}
          y2={HEIGHT + 1}
        />
        {shown.map((build, index) => (
          <a
            key={build.ref.name}
            ref={element => {
              if (element) bars.current.set(build.ref.name, element);
              else bars.current.delete(build.ref.name);
            }}
            className={classes.bar}
            href={url.with(addressOf(build))}
            tabIndex={build === current ? 0 : -1}
            aria-label={says(build)}
            onKeyDown={event => move(event, index)}
            onClick={event => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              url.go(addressOf(build), 'push');
            }}
          >
            <title>{says(build)}</title>
            <Bar
              x={index * (BAR + GAP)}
              share={(build.durationMs ?? 0) / (times.longest.durationMs || 1)}
              tone={PHASE_TONES[build.phase.kind]}
            />
          </a>
        ))}
      </svg>
    </figure>
  );
}

function Bar({
  x,
  share,
  tone,
}: {
  x: number;
  share: number;
  tone: PhaseTone;
}) {
  const fill = useFills()[tone];
  const height = Math.max(LOWEST, Math.round(share * HEIGHT));
  const place = { x, y: HEIGHT - height, width: BAR, height, rx: 2 };
  return (
    <>
      {/* The whole column can be hit, also over a low bar. */}
      <rect
        x={x - 1}
        y={0}
        width={BAR + 2}
        height={HEIGHT}
        fill="transparent"
      />
      <rect {...place} className={fill} />
      {(tone === 'bad' || tone === 'warn') && (
        <rect {...place} fill="url(#supply-chain-hatch)" />
      )}
    </>
  );
}

const useFills = makeStyles((theme: Theme) => {
  const fill = (tone: PhaseTone) => ({ fill: toneColor(theme, tone) });
  return {
    ok: fill('ok'),
    bad: fill('bad'),
    warn: fill('warn'),
    busy: fill('busy'),
    idle: fill('idle'),
    skipped: fill('skipped'),
    unknown: fill('unknown'),
    hatch: { stroke: theme.palette.background.paper },
  };
});

function Hatch() {
  const { hatch } = useFills();
  return (
    <defs>
      <pattern
        id="supply-chain-hatch"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className={hatch} y2="5" strokeWidth="3" />
      </pattern>
    </defs>
  );
}

/** How many are in each phase, in the order of the builds. */
function countsOf(builds: readonly BuildRow[]) {
  const counts = new Map<BuildRow['phase']['kind'], number>();
  for (const { phase } of [...builds].reverse())
    counts.set(phase.kind, (counts.get(phase.kind) ?? 0) + 1);
  return counts;
}
