/** One line as the kubelet sent it, before anybody has looked at what it says. */
export interface RawLine {
  /**
   * The time, a space and the text, without the newline; the end of a text longer than `LONGEST_LOG_LINE` is left out.
   * May be a view into what came from the network: copy what is to be kept.
   */
  readonly bytes: Buffer;
  /** Bytes of the time; 0 for a line that has none of its own. */
  readonly timeLength: number;
  /** Bytes left out at the end of the text. */
  readonly cut: number;
  /** The log ended, and this line without a newline. */
  readonly unterminated: boolean;
}

/** When it was written, RFC 3339 as the kubelet wrote it; empty for a line without a time. */
export function timeOf({ bytes, timeLength }: RawLine): string {
  return bytes.toString('latin1', 0, timeLength);
}

/** Byte for byte, and cut at the same place. */
export function isSameLine(a: RawLine, b: RawLine): boolean {
  return (
    a.bytes.length === b.bytes.length &&
    a.cut === b.cut &&
    Buffer.compare(a.bytes, b.bytes) === 0
  );
}
