/** As the kubelet writes it before each line, with the space after it: RFC 3339, to the nanosecond at most. */
const TIME =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** Bytes of the longest such time and the space. */
export const LONGEST_TIME = 36;

const SPACE = 0x20;

/** The time that a line begins with; undefined when it begins with none. Needs no more than the first `LONGEST_TIME` bytes. */
export function lineTime(line: Uint8Array): string | undefined {
  const space = line.subarray(0, LONGEST_TIME).indexOf(SPACE);
  if (space < 0) return undefined;
  const time = Buffer.from(line.subarray(0, space)).toString('latin1');
  return TIME.test(time) ? time : undefined;
}
