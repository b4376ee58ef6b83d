import type { Theme } from '@material-ui/core/styles';
import { readableColor } from './readableColor';

/** For facts beside the point: quieter than text, readable on every ground that we use. */
export function quietColor(theme: Theme): string {
  return readableColor(theme, theme.palette.text.secondary);
}
