import { isDeeperThan } from '../../model/objects/isDeeperThan';

/** Levels of an object that are written out. The deepest schemas of CRDs have some 60; an API server takes 10,000. */
const LEVELS = 200;

/** Stands for what nests deeper than is written out. */
const DEEPER = `(nests deeper than ${LEVELS} levels)`;

/** The same object; what nests deeper than any that people write is named instead, since whoever writes it out would give up. */
export function withoutDepths(object: unknown): unknown {
  return isDeeperThan(object, LEVELS) ? cut(object, LEVELS) : object;
}

function cut(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return DEEPER;
  if (Array.isArray(value))
    return value.map((each: unknown) => cut(each, levels - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, cut(each, levels - 1)]),
  );
}
