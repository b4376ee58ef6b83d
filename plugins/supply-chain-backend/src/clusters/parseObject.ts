import { fieldOf } from './fieldOf';
import { MalformedObject } from './MalformedObject';
import { withoutManagedFields } from './withoutManagedFields';

/** The JSON of one object -> the object; one that cannot be parsed keeps its name, where that can be found. */
export function parseObject(bytes: Buffer, whole = true): unknown {
  if (!whole) return malformed(bytes, 'it is too long');
  try {
    return JSON.parse(withoutManagedFields(bytes)) as unknown;
  } catch {
    return malformed(bytes, 'it is not JSON');
  }
}

function malformed(bytes: Buffer, says: string): MalformedObject {
  let metadata: unknown;
  try {
    const saved = fieldOf(bytes, 'metadata');
    metadata = saved && JSON.parse(withoutManagedFields(saved));
  } catch {
    metadata = undefined;
  }
  return new MalformedObject(metadata, says);
}
