import { slope } from '../support/slope.ts';
import type { SoakResult, SoakSample } from './SoakResult.ts';

const MIB = 2 ** 20;
/** The first part is left out: caches fill and code gets compiled. */
const WARM_UP = 0.25;
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
  const counted = result.samples.slice(
    Math.floor(result.samples.length * WARM_UP),
  );
  const heap = growth(
    counted,
    ({ memory }) => memory.heapUsed + memory.offHeap,
  );
  const rss = growth(counted, ({ memory }) => memory.rss);
  const sockets = trend(counted, 'TCPSocketWrap');
  const timers = trend(counted, 'Timeout');
  const wrong =
    verdict.missing +
    verdict.extra +
    verdict.stale +
    verdict.wrongHistories +
    result.wrongViews.length;
  const flat = (of: ReturnType<typeof trend>) => of.late <= of.early + SLACK;
  // A slope is one only when it stands out from the noise around it.
  const steady = heap.slope - 2 * heap.error <= LARGEST_SLOPE;
  const lines: [boolean, string][] = [
    [
      steady,
      `heap and off-heap after collections: ${signed(
        heap.slope,
      )} ± ${heap.error.toFixed(1)} MiB an hour, around ${heap.mean.toFixed(
        0,
      )} MiB`,
    ],
    [
      true,
      `RSS: ${signed(rss.slope)} ± ${rss.error.toFixed(
        1,
      )} MiB an hour, around ${rss.mean.toFixed(0)} MiB`,
    ],
    [
      flat(sockets),
      `open sockets: at most ${sockets.early} in the first half, ${
        sockets.late
      } in the second, ${
        result.after.resources.TCPSocketWrap ?? 0
      } after the tabs were closed (${
        result.before.resources.TCPSocketWrap ?? 0
      } before the churn)`,
    ],
    [
      flat(timers),
      `timers: at most ${timers.early} in the first half, ${
        timers.late
      } in the second, ${result.after.resources.Timeout ?? 0} after (${
        result.before.resources.Timeout ?? 0
      } before)`,
    ],
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

function trend(samples: readonly SoakSample[], kind: string) {
  const half = Math.ceil(samples.length / 2);
  const most = (part: readonly SoakSample[]) =>
    Math.max(0, ...part.map(({ resources }) => resources[kind] ?? 0));
  return {
    early: most(samples.slice(0, half)),
    late: most(samples.slice(half)),
  };
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}
