import type { SignedContent } from './SignedContent';

export interface Found {
  readonly found: readonly SignedContent[];
  /** There are more than were looked at. */
  readonly more: boolean;
}
