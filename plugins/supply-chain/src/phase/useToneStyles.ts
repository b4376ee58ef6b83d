import { makeStyles } from '@material-ui/core/styles';
import type { Theme } from '@material-ui/core/styles';
import { toneColor } from './toneColor';

/** The colour of each tone as text on the page's ground. */
export const useToneStyles = makeStyles((theme: Theme) => ({
  ok: { color: toneColor(theme, 'ok') },
  bad: { color: toneColor(theme, 'bad') },
  warn: { color: toneColor(theme, 'warn') },
  busy: { color: toneColor(theme, 'busy') },
  idle: { color: toneColor(theme, 'idle') },
  skipped: { color: toneColor(theme, 'skipped') },
  unknown: { color: toneColor(theme, 'unknown') },
}));
