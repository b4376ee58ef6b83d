import { isRecord } from '../records.ts';
import type { FaultSettings } from './FaultSettings.ts';

type Reader = (value: unknown, path: string) => unknown;

const FIELDS: Readonly<Record<keyof FaultSettings, Reader>> = {
  latencyMs: amount,
  tooManyRequests: (value, path) =>
    counted(value, path, ['count', 'retryAfterSeconds']),
  serverError: (value, path) => counted(value, path, ['count']),
  resetConnections: flag,
  blackHole: flag,
  endWatchesAfterMs: amount,
  gone: (value, path) => {
    if (value === 'status' || value === 'in-stream') return value;
    throw new Error(`fault ${path}: give "status" or "in-stream"`);
  },
  noInitialEvents: (value, path) => {
    if (value === 'forbidden' || value === 'unsupported' || value === 'ignored')
      return value;
    throw new Error(
      `fault ${path}: give "forbidden", "unsupported" or "ignored"`,
    );
  },
  noBookmarks: flag,
  cutEvents: (value, path) => counted(value, path, ['count']),
  absent: (value, path) =>
    (Array.isArray(value) ? value : [value]).map((name: unknown) =>
      text(name, path),
    ),
  slowLogBytesPerSecond: (value, path) => {
    if (amount(value, path) === 0)
      throw new Error(`fault ${path}: give at least 1 byte per second`);
    return value;
  },
  forbid: (value, path) => kinds(value, path, ['verb', 'namespace']),
  malformed: (value, path) => kinds(value, path, ['namespace', 'name']),
  dead: flag,
};

/** Reads a change of faults; `null` for a field means: mend it. Throws an Error that says what is wrong. */
export function parseFaults(value: unknown): {
  [K in keyof FaultSettings]: FaultSettings[K] | undefined;
} {
  if (!isRecord(value)) throw new Error('faults: give a JSON object');
  const read: Record<string, unknown> = {};
  for (const [field, given] of Object.entries(value)) {
    const reader = Object.hasOwn(FIELDS, field)
      ? FIELDS[field as keyof FaultSettings]
      : undefined;
    if (!reader)
      throw new Error(
        `no fault ${JSON.stringify(field)}; there are: ${Object.keys(
          FIELDS,
        ).join(', ')}`,
      );
    read[field] =
      given === null || given === undefined || given === false
        ? undefined
        : reader(given, field);
  }
  return read;
}

function flag(value: unknown, path: string): unknown {
  if (typeof value === 'boolean') return value;
  throw new Error(`fault ${path}: give true or false`);
}

function amount(value: unknown, path: string): unknown {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0)
    return value;
  throw new Error(`fault ${path}: give a number from 0 up`);
}

function counted(
  value: unknown,
  path: string,
  fields: readonly string[],
): unknown {
  if (value === true) return {};
  if (!isRecord(value))
    throw new Error(
      `fault ${path}: give true or an object with ${fields.join(', ')}`,
    );
  return pick(value, path, fields, amount);
}

function kinds(
  value: unknown,
  path: string,
  fields: readonly string[],
): unknown {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map(item => {
    if (typeof item === 'string') return { resource: item };
    if (!isRecord(item) || typeof item.resource !== 'string') {
      throw new Error(
        `fault ${path}: give kinds such as "builds.kpack.io" or {"resource": …}`,
      );
    }
    return pick(item, path, ['resource', ...fields], text);
  });
}

function text(value: unknown, path: string): unknown {
  if (typeof value === 'string') return value;
  throw new Error(`fault ${path}: give a text`);
}

function pick(
  value: Record<string, unknown>,
  path: string,
  fields: readonly string[],
  read: Reader,
): unknown {
  const unknown = Object.keys(value).find(key => !fields.includes(key));
  if (unknown !== undefined)
    throw new Error(
      `fault ${path}: no field ${JSON.stringify(
        unknown,
      )}; there are: ${fields.join(', ')}`,
    );
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      read(item, `${path}.${key}`),
    ]),
  );
}
