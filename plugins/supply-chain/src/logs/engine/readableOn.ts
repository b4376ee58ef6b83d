import { contrast, type Rgb } from './contrast';

/** WCAG 2.2 AA for text of this size. */
export const READABLE = 4.5;

/** Steps between a colour and white or black. */
const STEPS = 16;

/** The colour itself where it can be read on the background, else mixed with white or black until it can. */
export function readableOn(background: Rgb, colour: Rgb): Rgb {
  if (contrast(background, colour) >= READABLE) return colour;
  const goal =
    contrast(background, WHITE) >= contrast(background, BLACK) ? WHITE : BLACK;
  for (let step = 1; step < STEPS; step += 1) {
    const mixed = mix(colour, goal, step / STEPS);
    if (contrast(background, mixed) >= READABLE) return mixed;
  }
  return goal;
}

/** `share` of the second colour in the first. */
export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) =>
    Math.round(one[index] + (other[index] - one[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
