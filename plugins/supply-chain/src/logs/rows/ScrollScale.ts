/**
 * px. The highest element that every browser lays out: Firefox ends at 17.8 million, Chromium at 33.5 million. Higher
 * content is scrolled through an element of this height.
 */
export const TALLEST = 15_000_000;

/** px at each end of a tall content that scroll one to one, so that the ends are reached as anywhere. */
const EXACT_ENDS = 2_000_000;

/** Translates between where the content is (`top`) and where the scroll bar is (`bar`). The same for all that is low enough. */
export class ScrollScale {
  /** Of the element that is scrolled. */
  readonly elementHeight: number;
  private readonly lastTop: number;
  private readonly lastBar: number;
  /** px of content for a px of the scroll bar, between the ends. */
  private readonly ratio: number;

  constructor(contentHeight: number, viewHeight: number) {
    this.elementHeight = Math.min(contentHeight, TALLEST);
    this.lastTop = Math.max(0, contentHeight - viewHeight);
    this.lastBar = Math.max(0, this.elementHeight - viewHeight);
    this.ratio =
      contentHeight <= TALLEST
        ? 1
        : (this.lastTop - 2 * EXACT_ENDS) / (this.lastBar - 2 * EXACT_ENDS);
  }

  get end(): number {
    return this.lastBar;
  }

  topAt(bar: number): number {
    if (this.ratio === 1 || bar <= EXACT_ENDS) return clamp(bar, this.lastTop);
    const fromEnd = this.lastBar - bar;
    if (fromEnd <= EXACT_ENDS)
      return clamp(this.lastTop - fromEnd, this.lastTop);
    return EXACT_ENDS + (bar - EXACT_ENDS) * this.ratio;
  }

  /** As {@link topAt}, but for any place on the bar, not only for where a view may begin: the last view is one to one. */
  contentAt(bar: number): number {
    const { lastBar, lastTop } = this;
    return bar <= lastBar ? this.topAt(bar) : lastTop + bar - lastBar;
  }

  /** The other way round: where on the bar a place of the content is. */
  placeOf(top: number): number {
    const { lastBar, lastTop } = this;
    return top <= lastTop ? this.barAt(top) : lastBar + top - lastTop;
  }

  barAt(top: number): number {
    if (this.ratio === 1 || top <= EXACT_ENDS) return clamp(top, this.lastBar);
    const fromEnd = this.lastTop - top;
    if (fromEnd <= EXACT_ENDS)
      return clamp(this.lastBar - fromEnd, this.lastBar);
    return EXACT_ENDS + (top - EXACT_ENDS) / this.ratio;
  }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
