import type { Theme } from '@material-ui/core/styles';
import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { PhaseTone } from './PhaseTone';
import { readableColor } from './readableColor';

/**
 * The theme's colour of a tone, made readable: the word of a phase has its colour.
 * Backstage's own status colours have 1.5:1 to 4:1 on white, made for icons and not for words.
 */
export function toneColor(theme: Theme, tone: PhaseTone): string {
  return readableColor(theme, wantedColor(theme, tone));
}

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
