import type { LogSample, LogSystem } from '../parts/measureLogViewer.ts';
import type { TallResult } from '../parts/measureTallLog.ts';
import type { machine } from '../support/machine.ts';
import { percentile } from '../support/statistics.ts';

export interface LogResult {
  readonly at: string;
  readonly machine: ReturnType<typeof machine>;
  readonly browser: string;
  readonly samples: readonly LogSample[];
  readonly tall: TallResult;
}

const NAMES: Readonly<Record<LogSystem, string>> = {
  ours: 'ours',
  peer: 'core-components',
};

const COLUMNS = [
  ...['lines', 'viewer', 'open', 'first lines', 'heap / bytes', 'elements'],
  ...['frame p50', 'p95', 'search: first', 'all', 'worst task appending'],
];

/** A run in words and a table, Markdown. Medians of the repeats; frames of all repeats together. */
export function logReport(result: LogResult, file: string): string {
  const { machine: on, samples, tall } = result;
  const load = on.loadBefore?.toFixed(1) ?? '?';
  const repeats = samples.filter(
    each => each.system === 'ours' && each.lines === samples[0]?.lines,
  ).length;
  const sizes = [...new Set(samples.map(each => each.lines))];
  const rows = sizes.flatMap(lines =>
    (['ours', 'peer'] as const).map(system =>
      rowOf(
        samples.filter(each => each.lines === lines && each.system === system),
      ),
    ),
  );
  const [start, middle, end, back] = tall.edges.map(edge => edge.join('-'));
  return [
    `Run of ${result.at
      .slice(0, 16)
      .replace('T', ' ')} UTC, ${repeats} repeats in turns, medians; ${
      on.cpus
    } × ${on.model ?? 'CPU'}, Chromium ${
      result.browser
    }, load before the start ${load}. Raw data: \`results/${file}\`.`,
    [COLUMNS, COLUMNS.map(() => '---'), ...rows]
      .map(cells => `| ${cells.join(' | ')} |`)
      .join('\n'),
    `${tall.lines.toLocaleString('en')} lines, ours: open in ${ms(
      tall.openMs,
    )}; on screen at the start ${start}, in the middle ${middle}, at the end ${end}, back at the start ${back}; a notch of ${
      tall.wheel.px
    } px in the middle goes on by ${tall.wheel.lines} lines.`,
  ].join('\n\n');
}

function rowOf(samples: readonly LogSample[]): string[] {
  const [one] = samples;
  if (!one) return [];
  const median = (of: (sample: LogSample) => number | undefined) =>
    percentile(
      samples.map(of).filter(each => each !== undefined),
      50,
    );
  const frames = samples.flatMap(sample => sample.frames ?? []);
  const slowest = (of: 'firstMs' | 'wholeMs') =>
    median(sample => {
      const times = (sample.searches ?? [])
        .filter(each => of === 'wholeMs' || each.found !== '0')
        .map(each => each[of]);
      // A short log holds none of what is searched.
      return times.length > 0 ? Math.max(...times) : undefined;
    });
  const gaveUp = samples.find(sample => sample.gaveUp)?.gaveUp;
  return [
    one.lines.toLocaleString('en'),
    `${NAMES[one.system]}${gaveUp ? ` (gave up ${gaveUp})` : ''}`,
    ms(median(sample => sample.openMs)),
    ms(median(sample => sample.firstMs)),
    share(median(sample => sample.heap && sample.heap / sample.bytes)),
    count(median(sample => sample.nodes)),
    ms(percentile(frames, 50)),
    ms(percentile(frames, 95)),
    ms(slowest('firstMs')),
    ms(slowest('wholeMs')),
    appended(samples),
  ];
}

/** Who cannot keep up is late as well. */
function appended(samples: readonly LogSample[]): string {
  const done = samples.flatMap(sample => sample.append ?? []);
  if (done.length === 0) return '-';
  const worst = percentile(
    done.map(each => each.worstTask),
    50,
  );
  const late =
    percentile(
      done.map(each => each.tookMs),
      50,
    ) /
      1_000 -
    5;
  const task = worst === 0 ? '< 50 ms' : ms(worst);
  return late > 1 ? `${task}, ${late.toFixed(1)} s late` : task;
}

const ms = (value: number) =>
  Number.isNaN(value) ? '-' : `${Math.round(value).toLocaleString('en')} ms`;
const share = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(2));
const count = (value: number) => (Number.isNaN(value) ? '-' : `${value}`);
