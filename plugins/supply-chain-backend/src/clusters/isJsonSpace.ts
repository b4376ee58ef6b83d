import { JSON_BYTE } from './JSON_BYTE';

/** Space between the parts of JSON. */
export function isJsonSpace(byte: number | undefined): boolean {
  return (
    byte === JSON_BYTE.space ||
    byte === JSON_BYTE.newline ||
    byte === JSON_BYTE.return ||
    byte === JSON_BYTE.tab
  );
}
