import {
  darken,
  decomposeColor,
  getContrastRatio,
  lighten,
  type Theme,
} from '@material-ui/core/styles';

/**
 * Contrast with paper that a colour of words has to reach. WCAG 2.2 AA asks for 4.5:1 under 18 pt; words also stand on
 * the page's own ground, on rows under the pointer and on banners, whose tints take up to a quarter of the contrast.
 */
export const READABLE_ON_PAPER = 6;

/** Steps of 5 % towards black or white; 20 reach it. */
const STEP = 0.05;

/**
 * The colour, moved towards black or white until words in it can be read on the theme's paper and its tints.
 * A theme may hold colours that cannot be computed with (CSS variables): they are its own business.
 */
export function readableColor({ palette }: Theme, wanted: string): string {
  const ground = palette.background.paper;
  if (!isComputable(wanted) || !isComputable(ground)) return wanted;
  const opaque = flatten(wanted, ground);
  const towards = palette.type === 'dark' ? lighten : darken;
  for (let step = 0; step <= 1; step += STEP) {
    const color = towards(opaque, step);
    if (getContrastRatio(color, ground) >= READABLE_ON_PAPER) return color;
  }
  return palette.text.primary;
}

const isComputable = (color: string) => /^(#|rgb|hsl)/.test(color);

/** What the eye gets of a colour that lets the ground through; Material UI's contrast knows no alpha. */
function flatten(color: string, ground: string): string {
  const { values } = decomposeColor(color);
  const below = decomposeColor(ground).values;
  const alpha = values[3];
  if (alpha === undefined || !color.startsWith('rgb')) return color;
  const mixed = [0, 1, 2].map(each =>
    Math.round((values[each] ?? 0) * alpha + (below[each] ?? 0) * (1 - alpha)),
  );
  return `rgb(${mixed.join(', ')})`;
}
