import { z } from 'zod';

/** Orders of a list of workloads or of images; what is equal is in the order of the names. */
export const rowSortSchema = z.enum([
  /** What is wrong first. */
  'phase',
  'name',
  'namespace',
  /** Youngest first. */
  'age',
  '-phase',
  '-name',
  '-namespace',
  '-age',
]);

export type RowSort = z.output<typeof rowSortSchema>;
