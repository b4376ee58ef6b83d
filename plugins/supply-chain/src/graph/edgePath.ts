import { CARD_HEIGHT } from './CARD_HEIGHT';
import type { GraphLayout } from './layoutGraph';

/** Pixels: how wide a card and how far apart two columns are. */
export type StripScale = { card: number; column: number };

/** Pixels that the line ends before the card, so that the arrow's tip touches it. */
const TIP = 6;

/** An edge as an SVG path in the strip's pixels; undefined when an end has no place. */
export function edgePath(
  edge: GraphLayout['edges'][number],
  { places }: GraphLayout,
  { card, column }: StripScale,
): string | undefined {
  const from = places.get(edge.from);
  const to = places.get(edge.to);
  if (!from || !to) return undefined;
  const start = {
    x: from.column * column + card,
    y: from.top + CARD_HEIGHT / 2,
  };
  const end = { x: to.column * column - TIP, y: to.top + CARD_HEIGHT / 2 };
  if (edge.lane !== undefined) {
    // A little beside the middle, so that one that goes and one that comes do not meet.
    const down = from.column * column + card * 0.6;
    const up = to.column * column + card * 0.4;
    return `M${down} ${from.top + CARD_HEIGHT}V${edge.lane}H${up}V${
      to.top + CARD_HEIGHT + TIP
    }`;
  }
  // Back to an earlier column: a cycle. Below the cards, where it cannot be taken for a way forward.
  if (to.column <= from.column) {
    const low = Math.max(from.top, to.top) + CARD_HEIGHT + TIP;
    return `M${start.x} ${start.y}C${start.x + card / 4} ${low} ${
      end.x - card / 4
    } ${low} ${end.x} ${end.y}`;
  }
  const between =
    to.column - from.column > 1
      ? edge.through
          .map(point => ({
            x: point.column * column + card / 2,
            y: point.y,
          }))
          .filter(({ x }) => x > start.x && x < end.x)
      : [];
  const points = [start, ...between, end];
  return points
    .map(({ x, y }, n) => {
      const last = points[n - 1];
      if (!last) return `M${x} ${y}`;
      const middle = (last.x + x) / 2;
      return last.y === y
        ? `L${x} ${y}`
        : `C${middle} ${last.y} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
}
