/**
 * What a terminal would swallow: CSI (colours, cursor), OSC (titles, links; ended by BEL or ST),
 * other two-character escapes, and the one-byte forms of both. An unfinished sequence at the end goes too.
 */
const SEQUENCES =
  // eslint-disable-next-line no-control-regex
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*(?:[@-~]|$)|(?:\u001b[\]PX^_]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c|$)|\u001b[ -/]*(?:[0-~]|$)/g;

/** Other control characters, but for tab, newline and carriage return, which mean something in a log. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Most lines of most logs have neither: one cheap look saves the rest. */
// eslint-disable-next-line no-control-regex
const ANY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** The text alone, as it would be read. Carriage returns stay: the caller knows whether it shows lines or progress. */
export function stripAnsi(text: string): string {
  return ANY.test(text)
    ? text.replace(SEQUENCES, '').replace(CONTROLS, '')
    : text;
}
