import { listAt } from '../json/listAt.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { condition } from './condition.ts';
import type { Condition } from './condition.ts';

/** The object with a condition set as controllers do: in its place, dated anew only when its status changes. */
export function withCondition(
  object: KubeObject,
  type: string,
  next: Condition,
  now: string,
  /** How its controller writes JSON: kpack leaves empty texts away, Cartographer does not. */
  texts: 'always' | 'omitempty' = 'always',
): KubeObject {
  const conditions = listAt(object, 'status', 'conditions');
  const old = conditions.find(c => textAt(c, 'type') === type);
  const kept =
    condition(object, type)?.status === next.status
      ? textAt(old, 'lastTransitionTime')
      : undefined;
  const written: Record<string, unknown> = {
    ...(typeof old === 'object' ? old : undefined),
    ...{ type, ...next, lastTransitionTime: kept ?? now },
  };
  if (texts === 'omitempty')
    for (const field of ['reason', 'message'])
      if (written[field] === '') delete written[field];
  return put(
    object,
    ['status', 'conditions'],
    old === undefined
      ? [...conditions, written]
      : conditions.map(c => (c === old ? written : c)),
  );
}
