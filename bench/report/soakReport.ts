import { slope } from '../support/slope.ts';
import { percentile } from '../support/statistics.ts';
import type { SoakResult, SoakSample } from './SoakResult.ts';

const MIB = 2 ** 20;
/**
 * Left out is the time until everything was written about twice: until then caches fill, code gets compiled, and the holes
 * between packed objects become as many as they will be. Half of the whole at most.
 */
const TURNS = 2;
/** MiB an hour; what a leak of one object for each of 600,000 writes would be far above. */
const LARGEST_SLOPE = 10;
/** Sockets and timers that come and go with requests of the moment. */
const SLACK = 10;

/** A soak in words and figures, Markdown, and whether it went well. */
export function soakReport(
  result: SoakResult,
  file: string,
): { report: string; passed: boolean } {
  const { machine, verdict } = result;
  const counted = result.samples.filter(
    ({ seconds }) => seconds >= warmUpSeconds(result),
  );
  const heap = growth(
    counted,
    ({ memory }) => memory.heapUsed + memory.offHeap,
  );
  const rss = growth(counted, ({ memory }) => memory.rss);
  const sockets = trend(result, counted, 'TCPSocketWrap');
  const timers = trend(result, counted, 'Timeout');
  const wrong =
    verdict.missing +
    verdict.extra +
    verdict.stale +
    verdict.wrongHistories +
    result.wrongViews.length;
  const objects = result.samples.map(sample => sample.objects);
  const flat = ({ before, early, late, after }: ReturnType<typeof trend>) =>
    late <= early + SLACK && after <= before + SLACK;
  // A slope is one only when it stands out from the noise around it.
  const steady = heap.slope - 2 * heap.error <= LARGEST_SLOPE;
  const lines: [boolean, string][] = [
    [
      steady,
      `heap and off-heap after collections: ${signed(
        heap.slope,
      )} ± ${heap.error.toFixed(1)} MiB an hour, around ${heap.mean.toFixed(
        0,
      )} MiB, in the last ${Math.round(
        (counted.length / result.samples.length) * result.minutes,
      )} minutes; ${Math.min(...objects)} to ${Math.max(
        ...objects,
      )} objects held`,
    ],
    [
      true,
      `RSS: ${signed(rss.slope)} ± ${rss.error.toFixed(
        1,
      )} MiB an hour, around ${rss.mean.toFixed(0)} MiB`,
    ],
    [flat(sockets), `open sockets, ${words(sockets)}`],
    [flat(timers), `timers, ${words(timers)}`],
    [
      wrong === 0,
      `at the end, of ${verdict.workloads} workloads: ${
        verdict.missing
      } missing, ${verdict.extra} too many, ${verdict.stale} not so; ${
        verdict.wrongHistories
      } of ${verdict.histories} histories and ${
        result.wrongViews.length
      } of what tabs showed not so${[...verdict.examples, ...result.wrongViews]
        .slice(0, 2)
        .map(each => `; ${each}`)
        .join('')}`,
    ],
  ];
  const passed = lines.every(([ok]) => ok);
  const faults = Object.entries(result.faults)
    .map(([name, count]) => `${count} × ${name}`)
    .join(', ');
  return {
    passed,
    report: [
      `${passed ? 'Passed' : 'Failed'}: ${
        result.minutes
      } minutes from ${result.at.slice(0, 16).replace('T', ' ')} UTC; ${
        result.workloads
      } workloads, ${result.written} writes (${Math.round(
        result.written / result.minutes,
      )} a minute), ${
        result.viewers
      } tabs that go from page to page; ${faults}. All was fresh ${(
        result.settledMs / 1_000
      ).toFixed(1)} s after the end; streams were opened again ${
        result.streamBreaks
      } times. ${machine.cpus} × ${machine.model ?? 'CPU'}, Node ${
        machine.node
      }, load before the start ${
        machine.loadBefore?.toFixed(1) ?? '?'
      }. Raw data: \`results/${file}\`.`,
      lines.map(([ok, text]) => `- ${ok ? '✓' : '✗'} ${text}`).join('\n'),
    ].join('\n\n'),
  };
}

/** MiB an hour. */
function growth(
  samples: readonly SoakSample[],
  of: (sample: SoakSample) => number,
) {
  const points = samples.map(
    sample => [sample.seconds / 3_600, of(sample) / MIB] as const,
  );
  const mean = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  return { ...slope(points), mean };
}

function warmUpSeconds({ minutes, perMinute, samples }: SoakResult): number {
  const objects = samples.at(-1)?.objects ?? 0;
  return Math.min(TURNS * (objects / perMinute), minutes / 2) * 60;
}

/** In the middle of each half, as a fault opens and closes many at a time; and whether all are gone in the end. */
function trend(
  { before, after }: SoakResult,
  samples: readonly SoakSample[],
  kind: string,
) {
  const half = Math.ceil(samples.length / 2);
  const count = ({ resources }: Pick<SoakSample, 'resources'>) =>
    resources[kind] ?? 0;
  return {
    before: count(before),
    early: percentile(samples.slice(0, half).map(count), 50),
    late: percentile(samples.slice(half).map(count), 50),
    most: Math.max(...samples.map(count)),
    after: count(after),
  };
}

function words({ before, early, late, most, after }: ReturnType<typeof trend>) {
  return `median: ${early} in the first half, ${late} in the second, at most ${most}; ${before} with the tabs open before the churn, ${after} with them closed after it`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}
