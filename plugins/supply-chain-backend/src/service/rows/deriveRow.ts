import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { workloadRow } from '../../model/workloadRow';
import type { LiveCopy } from '../../watch/LiveCopy';
import type { Subject } from '../Subject';
import type { Dependency } from '../views/dependency';
import { surroundingsOf } from '../views/surroundingsOf';

export interface DerivedRow {
  readonly row: WorkloadRow;
  readonly labels: Subject['labels'];
  /** Milliseconds since the epoch; Infinity when time changes nothing. */
  readonly goodUntil: number;
  readonly dependencies: readonly Dependency[];
}

/**
 * The row of a workload; undefined when it is gone. It is derived as if its cluster were well: a row tells no problem, and
 * that all rows of a cluster are old is added when they are answered, so that a cluster that goes away and comes back costs
 * no derivation of ten thousand.
 */
export function deriveRow(options: {
  readonly copy: Pick<LiveCopy, 'kind' | 'clusters'>;
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  readonly now: number;
  readonly clusters: readonly string[];
}): DerivedRow | undefined {
  const { namespace, name, ...where } = options;
  const dependencies: Dependency[] = [];
  let goodUntil = Infinity;
  const around = surroundingsOf({
    ...where,
    trusting: true,
    note: on => dependencies.push(on),
    holdsUntil: at => {
      goodUntil = Math.min(goodUntil, at);
    },
  });
  const workload = around.workload(namespace, name);
  if (!workload) return undefined;
  const row = workloadRow(workload, around);
  return { row, labels: workload.meta.labels, goodUntil, dependencies };
}
