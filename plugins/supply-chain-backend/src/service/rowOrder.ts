import {
  WORKLOAD_PHASES,
  type WorkloadRow,
  type WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { compareText } from './compareText';

/** Where a row stands in an order: compared part by part, the last parts make it unique. */
export type RowKey = readonly string[];

/** Sorts before every time that a cluster can have written. */
const NEVER = '0';

const LAST_PHASE = String(WORKLOAD_PHASES.length);

/** The key of a row in the order asked for; ascending `age` is youngest first. */
export function rowKey(row: WorkloadRow, sort: WorkloadsQuery['sort']): RowKey {
  const { cluster, namespace, name } = row.ref;
  switch (sort.replace('-', '')) {
    case 'name':
      return [name, namespace, cluster];
    case 'namespace':
      return [namespace, name, cluster];
    case 'age':
      return [
        row.changedAt ?? row.createdAt ?? NEVER,
        name,
        namespace,
        cluster,
      ];
    default: {
      const index = WORKLOAD_PHASES.indexOf(row.phase);
      return [index < 0 ? LAST_PHASE : String(index), name, namespace, cluster];
    }
  }
}

/** Compares keys of the same order. Only the first part is ever turned round: ties stay in the order of names. */
export function compareKeys(
  a: RowKey,
  b: RowKey,
  sort: WorkloadsQuery['sort'],
): number {
  // The younger a row, the greater its time: youngest first runs against the text.
  const turned = sort === 'age' || (sort.startsWith('-') && sort !== '-age');
  for (let part = 0; part < Math.max(a.length, b.length); part += 1) {
    const order = compareText(a[part] ?? '', b[part] ?? '');
    if (order !== 0) return part === 0 && turned ? -order : order;
  }
  return 0;
}
