import {
  builderMeaning,
  type Verdict,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Condition } from '../objects/Condition';
import type { ObjectMeta } from '../objects/ObjectMeta';
import { present } from '../objects/present';
import { plainMessage } from '../words/plainMessage';

/** What a kpack object that is resolved from a registry says of itself: builder, stack, store, lifecycle. */
export function readyVerdict(
  {
    meta,
    observedGeneration,
    conditions,
  }: {
    readonly meta: ObjectMeta;
    readonly observedGeneration?: number;
    readonly conditions: readonly Condition[];
  },
  type = 'Ready',
): Verdict {
  const condition = conditions.find(each => each.type === type);
  const says = plainMessage(condition?.message) || undefined;
  const told = present({
    reason: condition?.reason,
    says,
    means: says === undefined ? undefined : builderMeaning(says),
  });
  const isNew =
    meta.generation !== undefined &&
    observedGeneration !== undefined &&
    observedGeneration < meta.generation;
  switch (condition?.status) {
    case 'True':
      return isNew
        ? {
            status: 'pending',
            says: 'kpack has not looked at its last change yet',
          }
        : { status: 'yes' };
    case 'False':
      return { status: 'no', ...told };
    default:
      return { status: 'unknown', ...told };
  }
}
