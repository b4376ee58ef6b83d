/** Which columns there is room for. */
export type ListLayout = 'cards' | 'narrow' | 'medium' | 'wide';

export type Column =
  | 'workload'
  | 'state'
  | 'chain'
  | 'says'
  | 'tag'
  | 'why'
  | 'age';

/** CSS pixels of the list itself, not of the window. */
const CARDS_BELOW = 600;
const NARROW_BELOW = 860;
const MEDIUM_BELOW = 1120;

/** Unknown before the first measurement, and where nothing is laid out: everything. */
export function listLayout(width: number | undefined): ListLayout {
  if (width === undefined || width >= MEDIUM_BELOW) return 'wide';
  if (width >= NARROW_BELOW) return 'medium';
  return width >= CARDS_BELOW ? 'narrow' : 'cards';
}

/** Columns from left to right with their grid tracks. */
export const LIST_COLUMNS: Readonly<
  Record<ListLayout, readonly (readonly [Column, string])[]>
> = {
  wide: [
    ['workload', 'minmax(130px, 1fr)'],
    ['state', '126px'],
    ['chain', '188px'],
    ['says', 'minmax(220px, 3fr)'],
    ['tag', '148px'],
    ['why', 'minmax(124px, 1.2fr)'],
    ['age', '56px'],
  ],
  medium: [
    ['workload', 'minmax(130px, 1fr)'],
    ['state', '126px'],
    ['chain', '188px'],
    ['says', 'minmax(160px, 1.6fr)'],
    ['tag', '150px'],
    ['age', '60px'],
  ],
  narrow: [
    ['workload', 'minmax(110px, 0.6fr)'],
    ['state', '120px'],
    ['chain', '188px'],
    ['says', 'minmax(160px, 2fr)'],
    ['age', '52px'],
  ],
  cards: [
    ['workload', '1fr'],
    ['state', 'auto'],
    ['chain', '1fr'],
    ['age', 'auto'],
    ['says', '1fr'],
  ],
};

/** Pixels, fixed, so that nothing moves when data arrives: two lines of text, or a card of four. */
export const ROW_HEIGHT: Readonly<Record<ListLayout, number>> = {
  wide: 60,
  medium: 60,
  narrow: 60,
  cards: 136,
};
