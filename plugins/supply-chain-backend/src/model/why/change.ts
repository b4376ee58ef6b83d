import type { ChangeView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';
import { withoutCredentials } from '../words/withoutCredentials';

/** One difference; what has no old value was added, what has no new one removed. */
export function change(
  path: string,
  old: string | undefined,
  now: string | undefined,
  redacted = false,
): ChangeView {
  return present({
    path,
    kind:
      old === undefined
        ? ('added' as const)
        : now === undefined
        ? ('removed' as const)
        : ('changed' as const),
    old: redacted || old === undefined ? undefined : withoutCredentials(old),
    new: redacted || now === undefined ? undefined : withoutCredentials(now),
    redacted,
  });
}
