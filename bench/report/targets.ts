import { summaryOf } from '../support/Summary.ts';
import { percentile } from '../support/statistics.ts';
import type { BenchResult, WorldResult } from './BenchResult.ts';

/** One thing that has to be shown: what was wanted, what is, and how that is known. */
export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly is: string;
  readonly met: boolean;
  /** The exact proof or the limits of it. */
  readonly how: string;
}

const MIB = 2 ** 20;
/** What a page of ours is made of. */
const PAGES = ['list', 'workload', 'page'];

/** The targets of the benchmark, checked. */
export function targets(result: BenchResult): Target[] {
  const { idle, memory, worlds } = result;
  const largest = worlds.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  return [
    ...requestTargets(result),
    ...latencyTargets(largest),
    ...worlds.flatMap(filterTargets),
    ...worlds.flatMap(deadTargets),
    ...memoryTargets(memory),
    atMost({
      what: `bytes per viewer-minute, ${idle.viewers} tabs open, nothing changes`,
      limit: 2_048,
      value: idle.viewerBytes / idle.viewers / (idle.seconds / 60),
      how: `${seconds(idle.seconds)}, bodies of streams, ${
        idle.streamBreaks
      } reconnects`,
    }),
    ...[...worlds, ...memory.full].map(({ verdict }) => ({
      what: `rows that are missing, too many or not so, of ${verdict.workloads}`,
      wanted: '0',
      is: String(verdict.missing + verdict.extra + verdict.stale),
      met:
        verdict.missing + verdict.extra + verdict.stale === 0 &&
        verdict.wrongHistories === 0,
      how: `against the objects in the clusters; and ${
        verdict.wrongHistories
      } of ${verdict.histories} build histories${
        verdict.examples.length > 0 ? `; ${verdict.examples[0]}` : ''
      }`,
    })),
  ];
}

function requestTargets({ idle, worlds }: BenchResult): Target[] {
  const total = sum(Object.values(idle.requests));
  const minutes = idle.seconds / 60;
  const kinds = Object.entries(idle.requests)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
  return [
    ...worlds.flatMap(world => extraViewers(world)),
    atMost({
      what: 'requests per cluster-minute, steady',
      limit: 2,
      value: total / minutes / idle.clusters,
      how: `${seconds(idle.seconds)} with ${idle.viewers} tabs open: ${
        kinds || 'none'
      }`,
    }),
  ];
}

/** What more viewers cost: ours may ask nothing on their behalf, so what was asked is looked at by kind. */
function extraViewers({ clusters, phases }: WorldResult): Target[] {
  const ours = phases.filter(({ system }) => system === 'ours');
  const counts = [...new Set(ours.map(({ viewers }) => viewers))];
  return counts.map(viewers => {
    const chosen = ours.filter(phase => phase.viewers === viewers);
    const asked = new Map<string, number>();
    for (const [what, count] of chosen.flatMap(({ requests }) =>
      requests.flatMap(each => Object.entries(each)),
    ))
      asked.set(what, (asked.get(what) ?? 0) + count);
    // A watch that is renewed, and the question whether a quiet cluster is alive, come with or without viewers.
    const forViewers = [...asked].filter(
      ([what]) => !/^watch |^get \/version/.test(what),
    );
    const viewerMinutes = sum(chosen.map(p => (p.seconds / 60) * p.viewers));
    const value = sum(forViewers.map(([, count]) => count)) / viewerMinutes;
    return atMost({
      what: `requests per extra viewer-minute, ${viewers} viewers, ${clusters} clusters`,
      limit: 0,
      value,
      how: `asked in all: ${
        [...asked].map(([what, count]) => `${count} ${what}`).join(', ') ||
        'nothing'
      }`,
    });
  });
}

function latencyTargets(world: WorldResult): Target[] {
  const { clusters, phases, workloads } = world;
  const most = Math.max(...phases.map(({ viewers }) => viewers));
  const ours = phases.filter(p => p.system === 'ours' && p.viewers === most);
  const of = `${most} viewers, ${clusters} × ${workloads} workloads`;
  const pages = ours.flatMap(p => p.pages);
  const failed = pages.filter(page => page.failed !== undefined).length;
  const each = PAGES.map(what => {
    const { p50, p99 } = summaryOf(
      pages.filter(p => p.what === what).map(p => p.ms),
    );
    return `${what} ${ms(p50)}/${ms(p99)}`;
  }).join(', ');
  const all = pages.map(page => page.ms);
  const arrivals = ours.flatMap(p => p.arrivals);
  const came = arrivals.filter(each => each !== null);
  const lost = arrivals.length - came.length;
  return [
    atMost({
      ...{ what: `page data p50, ms, ${of}`, limit: 10 },
      ...{ value: percentile(all, 50), how: `p50/p99: ${each}` },
    }),
    atMost({
      ...{ what: `page data p99, ms, ${of}`, limit: 50 },
      ...{
        value: percentile(all, 99),
        how: `${all.length} pages, ${failed} failed`,
      },
    }),
    atMost({
      ...{ what: `change to client p50, ms, ${of}`, limit: 150 },
      value: percentile(came, 50),
      how: `${arrivals.length} builds that ended, ${lost} never came`,
    }),
    atMost({
      ...{ what: `change to client p99, ms, ${of}`, limit: 1_000 },
      value: lost > 0 ? Infinity : percentile(came, 99),
      how: `worst ${ms(Math.max(...came))}`,
    }),
    {
      what: `views that tabs showed at the end and were not so, ${of}`,
      wanted: '0',
      is: String(sum(ours.map(p => p.wrong.length))),
      met: ours.every(p => p.wrong.length === 0),
      how: 'each tab’s patched view against a fresh answer',
    },
  ];
}

function filterTargets({
  clusters,
  filters,
  workloads,
}: WorldResult): Target[] {
  if (!filters) return [];
  const { rows, samples, wrong } = filters;
  const { p50, worst } = summaryOf(samples.map(each => each.ms));
  const slowest = samples.find(each => each.ms === worst);
  return [
    atMost({
      what: `list of ${rows} rows with any combination of filters p99, ms, ${clusters} × ${workloads} workloads`,
      ...{
        limit: 50,
        value: percentile(
          samples.map(s => s.ms),
          99,
        ),
      },
      how: `${samples.length} questions, p50 ${ms(p50)}, slowest ${ms(
        worst,
      )} for ${slowest?.query.slice(0, 80) ?? ''}`,
    }),
    {
      what: `totals under filters that are not so, ${rows} rows`,
      ...{ wanted: '0', is: String(wrong.length), met: wrong.length === 0 },
      how: `counted row by row; ${wrong[0] ?? 'all the same'}`,
    },
  ];
}

function deadTargets({ clusters, dead }: WorldResult): Target[] {
  return dead.flatMap(
    ({ how, before, during, namedToTabs, namedWhenAsked, recovered }) => {
      const was = summaryOf(before.map(page => page.ms));
      const is = summaryOf(during.map(page => page.ms));
      const failed = during.filter(page => page.failed !== undefined).length;
      const saw = namedToTabs.filter(each => each !== null);
      // Of some two hundred pages a side the second worst is what p99 is, and that varies.
      const noise = Math.max(20, was.p99 / 2);
      return [
        {
          what: `pages of the others while one cluster of ${clusters} is dead (${how}), p99`,
          wanted: `as before (${ms(was.p99)})`,
          is: ms(is.p99),
          met: is.p99 <= was.p99 + noise && failed === 0,
          how: `p50 ${ms(was.p50)} before, ${ms(is.p50)} then; ${
            is.count
          } pages, ${failed} failed`,
        },
        atMost({
          ...{
            what: `ms until a person who asks is told (${how})`,
            limit: 5_000,
          },
          value: namedWhenAsked ?? Infinity,
          how: `recovered ${
            recovered === null
              ? 'was not tried'
              : `${ms(recovered)} after it came back`
          }`,
        }),
        {
          what: `ms until tabs that only stay open show it (${how})`,
          wanted: '–',
          is: saw.length > 0 ? ms(percentile(saw, 50)) : 'not within a minute',
          met: true,
          how: `${saw.length} of ${namedToTabs.length} tabs`,
        },
      ];
    },
  );
}

function memoryTargets({
  empty,
  full,
  workloads,
}: BenchResult['memory']): Target[] {
  const mib = (of: (rest: (typeof full)[number]) => number) => ({
    empty: mean(empty.map(of)) / MIB,
    full: mean(full.map(of)) / MIB,
    grown: (mean(full.map(of)) - mean(empty.map(of))) / MIB,
  });
  const heap = mib(rest => rest.after.heapUsed);
  const offHeap = mib(rest => rest.after.offHeap);
  const rss = mib(rest => rest.after.rss);
  const peak = mib(rest => rest.peaks.rss);
  const heapPeak = mib(rest => rest.peaks.heapUsed);
  return [
    atMost({
      what: `MiB for ${workloads} workloads with images, builds, pods: heap`,
      ...{ limit: 12, value: heap.grown },
      how: `after a collection, over the same backend beside an empty cluster; off the heap ${offHeap.grown.toFixed(
        1,
      )} MiB more, both together ${(heap.grown + offHeap.grown).toFixed(1)}`,
    }),
    atMost({
      what: 'MiB by which the process grows (RSS)',
      ...{ limit: 60, value: rss.grown },
      how: `${rss.empty.toFixed(0)} empty, ${rss.full.toFixed(
        0,
      )} full; ${offHeap.grown.toFixed(
        1,
      )} of it are the objects and rows themselves, packed outside the heap`,
    }),
    atMost({
      what: 'times the steady size at the start (peak RSS / RSS at rest)',
      ...{ limit: 2, value: peak.full / rss.full },
      how: `peak ${peak.full.toFixed(0)} MiB; heap peak ${heapPeak.full.toFixed(
        0,
      )} MiB of ${heap.full.toFixed(0)} at rest`,
    }),
    atMost({
      what: 'event-loop delay p99 during a cold start, ms',
      ...{ limit: 50, value: Math.max(...full.map(rest => rest.loop.p99)) },
      how: `all read after ${seconds(
        mean(full.map(rest => rest.coldMs)) / 1_000,
      )}; longest ${ms(Math.max(...full.map(rest => rest.loop.max)))}`,
    }),
  ];
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function atMost(of: {
  what: string;
  limit: number;
  value: number;
  how: string;
}): Target {
  const text = Number.isFinite(of.value)
    ? of.value.toFixed(of.value < 10 ? 2 : 0)
    : 'never';
  const over =
    of.limit > 0 ? ` (${(of.value / of.limit).toFixed(1)} times)` : '';
  const met = of.value <= of.limit;
  return {
    ...{ what: of.what, wanted: `≤ ${of.limit}`, how: of.how, met },
    is: met ? text : `${text}${Number.isFinite(of.value) ? over : ''}`,
  };
}

function weight({ clusters, workloads, phases }: WorldResult): number {
  return clusters * workloads * Math.max(...phases.map(p => p.viewers));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function ms(value: number): string {
  return Number.isFinite(value)
    ? `${value.toFixed(value < 10 ? 1 : 0)} ms`
    : '–';
}

function seconds(value: number): string {
  return `${Math.round(value)} s`;
}
