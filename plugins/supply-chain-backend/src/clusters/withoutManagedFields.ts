import { JSON_BYTE } from './JSON_BYTE';
import { JsonScan } from './JsonScan';

/** As the API server writes it: without a space. Spelled otherwise it is only slower, not wrong. */
const KEY = Buffer.from('"managedFields":[');

/**
 * The JSON of an object without who wrote which of its fields when: half of a typical object, shown by nobody, and so not
 * worth parsing.
 */
export function withoutManagedFields(bytes: Buffer): string {
  const key = bytes.indexOf(KEY);
  // After a backslash the quote does not begin a key but stands in one.
  if (key <= 0 || bytes[key - 1] === JSON_BYTE.backslash) {
    return bytes.toString('utf8');
  }
  const from = key + KEY.length - 1;
  const to = new JsonScan().end(bytes, from);
  if (to === -1) return bytes.toString('utf8');
  return `${bytes.toString('utf8', 0, from)}[]${bytes.toString('utf8', to)}`;
}
