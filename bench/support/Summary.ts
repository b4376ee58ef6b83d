import { percentile } from './statistics.ts';

/** Some waiting times in short, ms. */
export interface Summary {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

export function summaryOf(values: readonly number[]): Summary {
  return {
    count: values.length,
    p50: percentile(values, 50),
    p99: percentile(values, 99),
    worst: Math.max(...values),
  };
}
