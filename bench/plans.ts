import type { System } from './processes/systemConfig.ts';

/** Clusters with workloads in them, and how many look at them. */
export interface WorldPlan {
  readonly clusters: number;
  /** In each cluster. */
  readonly workloads: number;
  readonly cells: readonly {
    readonly viewers: number;
    /** Forth and back, so that what drifts with time hits all systems alike. */
    readonly order: readonly System[];
    readonly ms: number;
  }[];
  /** Whether one of its clusters dies at the end. */
  readonly dies: boolean;
}

export interface Plan {
  readonly name: 'quick' | 'full' | 'smoke';
  /** Workloads in the cluster whose weight is measured. */
  readonly memory: number;
  readonly idle: { readonly clusters: number; readonly workloads: number };
  /** s; shorter than watches last, their renewals would be missed. */
  readonly idleSeconds: number;
  readonly warmMs: number;
  readonly worlds: readonly WorldPlan[];
  readonly deadMs: number;
  /** Rounds through all combinations of filters, each with its second page: some hundred questions. */
  readonly filters: number;
}

const ALL: readonly System[] = ['peer', 'peer-tuned', 'ours'];
const forthAndBack = (systems: readonly System[]) => [
  ...systems,
  ...[...systems].reverse(),
];

/** Within ten minutes on two cores: the cells that the targets are about. */
const quick: Plan = {
  name: 'quick',
  memory: 10_000,
  idle: { clusters: 1, workloads: 100 },
  idleSeconds: 310,
  warmMs: 2_000,
  deadMs: 8_000,
  filters: 5,
  worlds: [
    {
      ...{ clusters: 1, workloads: 1_000, dies: false },
      cells: [
        {
          // One viewer turns a page every ten seconds.
          ...{ viewers: 1, ms: 10_000 },
          order: forthAndBack(['peer-tuned', 'ours']),
        },
        {
          ...{ viewers: 10, ms: 7_000 },
          order: forthAndBack(['peer-tuned', 'ours']),
        },
      ],
    },
    {
      ...{ clusters: 5, workloads: 2_000, dies: true },
      cells: [{ viewers: 100, ms: 12_000, order: forthAndBack(ALL) }],
    },
  ],
};

/** Every cell, each system six times. Hours. */
const full: Plan = {
  ...quick,
  name: 'full',
  idle: { clusters: 5, workloads: 1_000 },
  idleSeconds: 900,
  warmMs: 5_000,
  deadMs: 30_000,
  filters: 20,
  worlds: [1, 5].flatMap(clusters =>
    [100, 1_000, 10_000].map(
      (workloads): WorldPlan => ({
        ...{ clusters, workloads, dies: clusters > 1 },
        cells: [1, 10, 100].map(viewers => ({
          ...{ viewers, ms: 20_000 },
          order: [1, 2, 3].flatMap(() => forthAndBack(ALL)),
        })),
      }),
    ),
  ),
};

/** Whether everything runs at all; its numbers say nothing. */
const smoke: Plan = {
  ...quick,
  name: 'smoke',
  memory: 20,
  idle: { clusters: 1, workloads: 10 },
  idleSeconds: 1,
  warmMs: 500,
  deadMs: 1_000,
  filters: 1,
  worlds: [
    {
      ...{ clusters: 2, workloads: 10, dies: true },
      cells: [{ viewers: 2, ms: 2_000, order: ['peer-tuned', 'ours'] }],
    },
  ],
};

export const plans = { quick, full, smoke } as const;
