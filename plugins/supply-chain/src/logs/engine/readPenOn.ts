import { ESC, readEscape } from './readEscape';
import type { SgrPen } from './SgrPen';

/** Leads the pen through a line without rendering it: the style in which `renderLine` would end. */
export function readPenOn(line: Uint8Array, pen: SgrPen): void {
  let at = line.indexOf(ESC);
  while (at !== -1) {
    const escape = readEscape(line, at);
    if (escape.kind === 'sgr') pen.apply(line, escape.from, escape.to);
    at = line.indexOf(ESC, escape.end);
  }
}
