import type { RowHeights } from './RowHeights';
import { ScrollScale } from './ScrollScale';

/** Rows drawn above and below what is seen, so that a quick scroll shows no empty ground. */
const OVERSCAN = 6;

/**
 * Heights of the view that a scroll may go at once and still mean "so many px further". More is a thumb that was
 * dragged or a key for the end: then the scroll bar says where.
 */
const NEAR = 4;

/** px that the scroll bar may be off while it is not near an end; it is put right when the reader rests. */
const MOST_DRIFT = 1_000_000;

/** px from the end that still count as the end: a fraction of a row, as zoomed browsers report. */
const NEAR_END = 8;

export type RowAlign = 'start' | 'center' | 'end';

/** What to draw: rows `[first, last]`, the first one at `top` px of the element that is scrolled. */
export type RowWindow = { first: number; last: number; top: number };

/**
 * Where the reader is in a list of rows, whatever their number and heights. The truth is a row and how much of it is
 * above the view; the scroll bar follows. So nothing jumps when heights turn out different from what was guessed, and
 * content higher than a browser's highest element is still scrolled px by px.
 */
export class RowViewport {
  private anchor = 0;
  private offset = 0;
  /** Where the scroll bar is, as far as we were told or have said. */
  private bar = 0;
  private scale = new ScrollScale(0, 0);
  /** Kept in place while heights become known, until the reader moves. */
  private goal: { row: number; align: RowAlign } | undefined;

  constructor(private heights: RowHeights, private viewHeight: number) {
    this.changed();
  }

  /** px of the element to be scrolled. */
  get elementHeight(): number {
    return this.scale.elementHeight;
  }

  get scrollTop(): number {
    return this.bar;
  }

  get isAtEnd(): boolean {
    const { heights } = this;
    return this.top() + this.viewHeight >= heights.total - NEAR_END;
  }

  /** The first row that is seen. */
  get firstRow(): number {
    return this.anchor;
  }

  /** Rows came, or are of other heights, or the view is. The reader stays where they are. */
  update(heights: RowHeights, viewHeight: number): void {
    this.heights = heights;
    this.viewHeight = viewHeight;
    // The same row stays the first one, however low it has become.
    const most = Math.max(0, heights.height(this.anchor) - 1);
    this.offset = Math.min(this.offset, most);
    this.changed();
  }

  /** Heights have become known: keeps in place what the reader asked for. */
  changed(): void {
    const { heights } = this;
    this.scale = new ScrollScale(heights.total, this.viewHeight);
    if (this.goal) this.align(this.goal.row, this.goal.align);
    else if (this.anchor >= heights.count) this.toEnd();
    else this.keepInside();
    if (this.goal) this.settle();
  }

  /**
   * The reader scrolled, or the browser tells of what we said. Returns how far, in px of content: 0 for the latter.
   */
  scrolledTo(bar: number): number {
    const by = bar - this.bar;
    // Browsers round what they are told.
    if (Math.abs(by) < 1) return 0;
    const before = this.top();
    this.goal = undefined;
    this.bar = bar;
    if (Math.abs(by) <= this.viewHeight * NEAR) {
      this.offset += by;
      this.normalize();
    } else {
      const top = this.scale.topAt(bar);
      this.anchor = this.heights.rowAt(top);
      this.offset = top - this.heights.top(this.anchor);
    }
    this.keepInside();
    return this.top() - before;
  }

  show(row: number, align: RowAlign): void {
    this.goal = { row, align };
    this.align(row, align);
    this.settle();
  }

  /** True when the scroll bar must be put right at once: it is near an end at which the content is not, or far off. */
  get mustSettle(): boolean {
    const right = this.scale.barAt(this.top());
    const drift = Math.abs(right - this.bar);
    if (drift < 1) return false;
    const reach = this.viewHeight * NEAR;
    const nearStart = this.bar < reach && right >= reach / 2;
    const fromEnd = this.scale.end - this.bar;
    const nearEnd = fromEnd < reach && this.scale.end - right >= reach / 2;
    return drift > MOST_DRIFT || nearStart || nearEnd;
  }

  /** Puts the scroll bar where the content is. Returns whether it was elsewhere. */
  settle(): boolean {
    const right = this.scale.barAt(this.top());
    if (Math.abs(right - this.bar) < 1) return false;
    this.bar = right;
    return true;
  }

  window(): RowWindow {
    const { heights, anchor, offset } = this;
    let last = anchor;
    let left = this.viewHeight + offset;
    while (last < heights.count - 1) {
      left -= heights.height(last);
      if (left <= 0) break;
      last += 1;
    }
    const first = Math.max(0, anchor - OVERSCAN);
    let top = this.bar - offset;
    for (let row = first; row < anchor; row += 1) top -= heights.height(row);
    return { first, last: Math.min(last + OVERSCAN, heights.count - 1), top };
  }

  /** The row beside a share of the scroll bar: 0 is its start, 1 its end; of the view, where nothing scrolls. */
  rowAtShare(share: number): number {
    return this.heights.rowAt(this.scale.contentAt(share * this.barLength));
  }

  /** Beside which share of the scroll bar a row is: what {@link rowAtShare} says, from the other side. */
  shareOf(row: number): number {
    if (this.barLength <= 0) return 0;
    return this.scale.placeOf(this.heights.top(row)) / this.barLength;
  }

  private get barLength(): number {
    return Math.max(this.elementHeight, this.viewHeight);
  }

  private top(): number {
    return this.heights.top(this.anchor) + this.offset;
  }

  private align(row: number, align: RowAlign): void {
    const { heights, viewHeight } = this;
    this.anchor = Math.min(Math.max(row, 0), Math.max(0, heights.count - 1));
    const room = viewHeight - heights.height(this.anchor);
    // A row higher than the view is shown from its start, or up to its end.
    this.offset = -{ start: 0, center: Math.max(0, room / 2), end: room }[
      align
    ];
    this.normalize();
    this.keepInside();
  }

  private toEnd(): void {
    this.align(this.heights.count - 1, 'end');
  }

  /** Brings the offset into the anchor row. */
  private normalize(): void {
    const { heights } = this;
    while (this.offset < 0 && this.anchor > 0) {
      this.anchor -= 1;
      this.offset += heights.height(this.anchor);
    }
    while (
      this.anchor < heights.count - 1 &&
      this.offset >= heights.height(this.anchor)
    ) {
      this.offset -= heights.height(this.anchor);
      this.anchor += 1;
    }
  }

  /** Not above the first row, and the last row's end not above the view's. */
  private keepInside(): void {
    const { heights } = this;
    if (this.offset < 0) this.offset = 0;
    let seen = -this.offset;
    for (let row = this.anchor; row < heights.count; row += 1) {
      seen += heights.height(row);
      if (seen >= this.viewHeight) return;
    }
    // The end is above the view's: go up by what is missing, as far as there are rows.
    this.offset -= this.viewHeight - seen;
    this.normalize();
    if (this.offset < 0) this.offset = 0;
  }
}
