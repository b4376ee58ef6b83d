import type { RawLine } from '../RawLine';

/** A line as the kubelet sends it, of a second of one minute; without one, a line that has no time. */
export function rawLine(text: string, second?: number): RawLine {
  const at =
    second === undefined
      ? ''
      : `2026-11-22T21:00:${String(second).padStart(2, '0')}Z`;
  return {
    bytes: Buffer.from(at ? `${at} ${text}` : text),
    ...{ timeLength: at.length, cut: 0, unterminated: false },
  };
}
