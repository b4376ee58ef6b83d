import { JSON_BYTE } from './JSON_BYTE';
import { JsonScan } from './JsonScan';

/**
 * The bytes of one field of a JSON object that cannot be parsed as a whole; undefined when it is not to be found. Only for
 * values in brackets or quotes, and only before the place where brackets or quotes are amiss.
 */
export function fieldOf(bytes: Buffer, key: string): Buffer | undefined {
  let at = bytes.indexOf(JSON_BYTE.openObject);
  if (at === -1) return undefined;
  at += 1;
  let before: string | undefined;
  while (at < bytes.length) {
    const byte = bytes[at];
    const bracketed =
      byte === JSON_BYTE.openObject || byte === JSON_BYTE.openList;
    if (!bracketed && byte !== JSON_BYTE.quote) {
      if (byte === JSON_BYTE.comma) before = undefined;
      if (byte === JSON_BYTE.closeObject) return undefined;
      at += 1;
      continue;
    }
    const to = new JsonScan().end(bytes, at);
    if (to === -1) return undefined;
    if (before === key) return bytes.subarray(at, to);
    before = bracketed ? undefined : bytes.toString('latin1', at + 1, to - 1);
    at = to;
  }
  return undefined;
}
