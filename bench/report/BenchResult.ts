import type { Verdict } from '../parts/compareWithTruth.ts';
import type { IdleResult } from '../parts/IdleWorld.ts';
import type { DeadResult } from '../parts/measureDeadCluster.ts';
import type { FilterResult } from '../parts/measureFilters.ts';
import type { MemoryResult } from '../parts/measureMemory.ts';
import type { Phase } from '../parts/runPhase.ts';
import type { machine } from '../support/machine.ts';

export interface WorldResult {
  readonly clusters: number;
  /** In each cluster. */
  readonly workloads: number;
  readonly coldMs: number;
  readonly phases: readonly Phase[];
  readonly verdict: Verdict;
  readonly dead: readonly DeadResult[];
  /** Not in runs before 2026-11-26 11:30. */
  readonly filters?: FilterResult;
}

/** All that one run measured, as it is kept. */
export interface BenchResult {
  readonly at: string;
  readonly plan: string;
  readonly machine: ReturnType<typeof machine>;
  readonly memory: MemoryResult;
  readonly idle: IdleResult;
  readonly worlds: readonly WorldResult[];
  readonly tookSeconds: number;
}
