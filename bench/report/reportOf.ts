import type { System } from '../processes/systemConfig.ts';
import { percentile } from '../support/statistics.ts';
import type { BenchResult, WorldResult } from './BenchResult.ts';
import { targets } from './targets.ts';

const NAMES: Readonly<Record<System, string>> = {
  peer: 'A: kubernetes plugin, default kinds and our custom resources',
  'peer-tuned': 'A tuned: pods and our custom resources only',
  ours: 'B: with this plugin',
};

/** A run in words and tables, Markdown. */
export function reportOf(result: BenchResult, file: string): string {
  const { machine } = result;
  const load = machine.loadBefore?.toFixed(1) ?? '?';
  return [
    `Run \`${result.plan}\` of ${result.at
      .slice(0, 16)
      .replace('T', ' ')} UTC, ${Math.round(
      result.tookSeconds / 60,
    )} minutes; ${machine.cpus} × ${machine.model ?? 'CPU'}, ${
      machine.memoryGiB
    } GiB, Node ${
      machine.node
    }, load before the start ${load}; \`@backstage/plugin-kubernetes-backend\` ${
      machine.kubernetesBackend
    }. Raw data: \`results/${file}\`.`,
    '### What has to be shown',
    table(
      ['', 'what', 'wanted', 'is', 'how it is known'],
      targets(result).map(({ what, wanted, is, met, how }) => [
        met ? '✓' : '✗',
        ...[what, wanted, is, how],
      ]),
    ),
    '### Side by side',
    table(
      [
        ...['clusters × workloads', 'viewers', 'system', 'page p50', 'p99'],
        ...['failed', 'change p50', 'p99', 'lost', 'API requests / viewer-min'],
        ...['KiB / viewer-min', 'CPU s / viewer-h', 'loop p99', 'RSS MiB'],
      ],
      result.worlds.flatMap(rowsOf),
    ),
  ].join('\n\n');
}

function rowsOf({ clusters, workloads, phases }: WorldResult): string[][] {
  const cells = new Map<string, WorldResult['phases'][number][]>();
  for (const phase of phases) {
    const key = `${String(phase.viewers).padStart(6)} ${phase.system}`;
    cells.set(key, [...(cells.get(key) ?? []), phase]);
  }
  return [...cells.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, all]) => {
      const [first] = all;
      const pages = all.flatMap(p => p.pages);
      const waits = pages.map(page => page.ms);
      const arrivals = all.flatMap(p => p.arrivals);
      const came = arrivals.filter(each => each !== null);
      const viewerMinutes = all.reduce(
        (sum, p) => sum + (p.seconds / 60) * p.viewers,
        0,
      );
      const requests = all
        .flatMap(p => p.requests.flatMap(each => Object.values(each)))
        .reduce((a, b) => a + b, 0);
      const total = (of: (p: WorldResult['phases'][number]) => number) =>
        all.reduce((sum, p) => sum + of(p), 0);
      return [
        `${clusters} × ${workloads}`,
        String(first?.viewers),
        NAMES[first?.system ?? 'ours'],
        number(percentile(waits, 50)),
        number(percentile(waits, 99)),
        String(pages.filter(page => page.failed !== undefined).length),
        number(percentile(came, 50)),
        number(percentile(came, 99)),
        `${arrivals.length - came.length} of ${arrivals.length}`,
        number(requests / viewerMinutes),
        number(total(p => p.viewerBytes) / 1_024 / viewerMinutes),
        number((total(p => p.cpuSeconds) / viewerMinutes) * 60),
        number(Math.max(...all.map(p => p.loop.p99))),
        number(Math.max(...all.map(p => p.rss)) / 2 ** 20),
      ];
    });
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value.toFixed(value < 10 ? 1 : 0);
}
