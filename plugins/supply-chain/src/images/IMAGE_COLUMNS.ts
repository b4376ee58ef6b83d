import type { ListLayout } from '../list/listLayout';

export type ImageColumn = 'image' | 'state' | 'says' | 'tag' | 'why' | 'age';

/** Columns from left to right with their grid tracks. */
export const IMAGE_COLUMNS: Readonly<
  Record<ListLayout, readonly (readonly [ImageColumn, string])[]>
> = {
  wide: [
    ['image', 'minmax(180px, 1.4fr)'],
    ['state', '126px'],
    ['says', 'minmax(200px, 2.4fr)'],
    ['tag', 'minmax(148px, 1fr)'],
    ['why', 'minmax(140px, 1.4fr)'],
    ['age', '56px'],
  ],
  medium: [
    ['image', 'minmax(160px, 1.2fr)'],
    ['state', '126px'],
    ['says', 'minmax(160px, 2fr)'],
    ['tag', '150px'],
    ['age', '60px'],
  ],
  narrow: [
    ['image', 'minmax(190px, 1.4fr)'],
    ['state', '120px'],
    ['says', 'minmax(140px, 1.4fr)'],
    ['age', '60px'],
  ],
  cards: [
    ['image', '1fr'],
    ['state', 'auto'],
    ['tag', '1fr'],
    ['age', 'auto'],
    ['says', '1fr'],
  ],
};
