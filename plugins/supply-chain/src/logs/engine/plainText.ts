import { PLAIN } from './SgrState';
import { renderLine } from './renderLine';

/** A line as one reads it: without colours, with what was written over left out. */
export function plainText(line: Uint8Array): string {
  const { spans } = renderLine(line, PLAIN);
  return spans.length === 1
    ? spans[0]?.text ?? ''
    : spans.map(span => span.text).join('');
}
