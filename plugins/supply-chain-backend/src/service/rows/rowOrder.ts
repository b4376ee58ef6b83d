import {
  WORKLOAD_PHASES,
  type ObjectRef,
  type WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { compareText } from '../compareText';
import type { PastKey } from './PastKeys';

type Sort = WorkloadsQuery['sort'];

/** Where a row stands in an order: compared part by part, the last parts make it unique. */
export type RowKey = readonly string[];

/** Digits of the longest time in milliseconds, so that texts of times are in the order of the times. */
const TIME_DIGITS = 15;

/** The key of a row in the order asked for; ascending `age` is youngest first. */
export function rowKey(
  { cluster, namespace, name }: ObjectRef,
  { phase, time }: PastKey,
  sort: Sort,
): RowKey {
  switch (sort.replace('-', '')) {
    case 'name':
      return [name, namespace, cluster];
    case 'namespace':
      return [namespace, name, cluster];
    case 'age': {
      const digits = String(Math.max(0, time)).padStart(TIME_DIGITS, '0');
      return [digits, name, namespace, cluster];
    }
    default: {
      const place = phase < 0 ? WORKLOAD_PHASES.length : phase;
      return [String(place), name, namespace, cluster];
    }
  }
}

/**
 * Whether the first part of a key runs against its text. The younger a row, the greater its time. Only the first part is
 * ever turned round: ties stay in the order of names.
 */
export function isTurned(sort: Sort): boolean {
  return sort === 'age' || (sort.startsWith('-') && sort !== '-age');
}

/** Compares keys of the same order. */
export function compareKeys(a: RowKey, b: RowKey, sort: Sort): number {
  for (let part = 0; part < Math.max(a.length, b.length); part += 1) {
    const order = compareText(a[part] ?? '', b[part] ?? '');
    if (order !== 0) return part === 0 && isTurned(sort) ? -order : order;
  }
  return 0;
}
