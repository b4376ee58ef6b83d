import {
  WORKLOAD_PHASES,
  type ObjectRef,
  type RowSort,
  type WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

interface Sortable {
  readonly ref: ObjectRef;
  readonly phase: WorkloadPhase;
  readonly changedAt?: string | undefined;
}

/** Rows in the order that the backend gives them; what is equal is in the order of the names. */
export function byRowSort(sort: RowSort = 'phase') {
  const by = sort.replace('-', '');
  const turned = sort.startsWith('-') ? -1 : 1;
  const first = (a: Sortable, b: Sortable): number => {
    switch (by) {
      case 'name':
        return compare(a.ref.name, b.ref.name);
      case 'namespace':
        return compare(a.ref.namespace, b.ref.namespace);
      case 'age':
        return timeOf(b) - timeOf(a);
      default:
        return (
          WORKLOAD_PHASES.indexOf(a.phase) - WORKLOAD_PHASES.indexOf(b.phase)
        );
    }
  };
  return (a: Sortable, b: Sortable): number =>
    turned * first(a, b) ||
    compare(a.ref.name, b.ref.name) ||
    compare(a.ref.namespace, b.ref.namespace) ||
    compare(a.ref.cluster, b.ref.cluster);
}

const timeOf = ({ changedAt }: Sortable) => Date.parse(changedAt ?? '') || 0;

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
