import type { SgrState } from './SgrState';

/** Text of one style within a line. */
export type Span = { readonly text: string; readonly style: SgrState };
