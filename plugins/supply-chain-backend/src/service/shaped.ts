import { Unreadable as UnreadableModel } from '../model/objects/Unreadable';
import { Unreadable } from '../watch/Unreadable';

/**
 * A reader of the model as the live copy wants it. Single fields of a wrong type are left out by the model; when a whole
 * `spec` or `status` is something else, what would be left is a lie, and the object is said to be unreadable.
 */
export function shaped<T>(read: (raw: unknown) => T): (raw: unknown) => T {
  return raw => {
    for (const part of ['spec', 'status'] as const) {
      if (!isObjectOrAbsent(raw, part)) {
        throw new Unreadable(`${part} is not an object`);
      }
    }
    try {
      return read(raw);
    } catch (error) {
      throw error instanceof UnreadableModel
        ? new Unreadable(error.message)
        : error;
    }
  };
}

function isObjectOrAbsent(raw: unknown, part: 'spec' | 'status'): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  const value: unknown = part in raw ? Reflect.get(raw, part) : undefined;
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'object' && !Array.isArray(value))
  );
}
