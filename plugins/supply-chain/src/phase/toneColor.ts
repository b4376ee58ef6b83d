import {
  darken,
  getContrastRatio,
  lighten,
  type Theme,
} from '@material-ui/core/styles';
import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { PhaseTone } from './PhaseTone';

/** WCAG 2.2 AA for text under 18 pt. The word of a phase has its colour, so the colour has to be readable as text. */
const READABLE = 4.5;

/** Steps of 5 % towards black or white; 20 reach it. */
const STEP = 0.05;

/**
 * The theme's colour of a tone, moved towards the text colour until it can be read on paper.
 * Backstage's own status colours have 1.5:1 to 4:1 on white, made for icons and not for words.
 */
export function toneColor(theme: Theme, tone: PhaseTone): string {
  const wanted = wantedColor(theme, tone);
  const ground = theme.palette.background.paper;
  // A theme may hold colours that cannot be computed with (CSS variables): they are its own business.
  if (!isComputable(wanted) || !isComputable(ground)) return wanted;
  const towards = theme.palette.type === 'dark' ? lighten : darken;
  for (let step = 0; step <= 1; step += STEP) {
    const color = towards(wanted, step);
    if (getContrastRatio(color, ground) >= READABLE) return color;
  }
  return theme.palette.text.primary;
}

const isComputable = (color: string) => /^(#|rgb|hsl)/.test(color);

/** Backstage's status tokens; Material UI's own where a theme has none (a plain theme, in tests). */
function wantedColor({ palette }: Theme, tone: PhaseTone): string {
  const status: Partial<typeof palette.status> = palette.status ?? {};
  switch (tone) {
    case 'ok':
      return status.ok ?? palette.success.main;
    case 'bad':
      return status.error ?? palette.error.main;
    case 'warn':
      return status.warning ?? palette.warning.main;
    case 'busy':
      return status.running ?? palette.info.main;
    case 'idle':
    case 'skipped':
    case 'unknown':
      return palette.text.secondary;
    default:
      return assertNever(tone);
  }
}
