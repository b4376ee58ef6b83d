/**
 * What a browser would hide, reorder or break a line at: C0 and C1 controls but the tab, DEL, the bidirectional
 * controls ("Trojan Source", CVE-2021-42574) and Unicode's line separators.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Shows invisible characters as pictures (`␀`) or by their number (`[U+202E]`); all else stays as it is. */
export function makeVisible(text: string): string {
  return text.replace(INVISIBLE, character => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
