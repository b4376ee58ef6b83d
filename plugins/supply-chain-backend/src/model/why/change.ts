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
    kind: kindOf(old, now),
    old: redacted || old === undefined ? undefined : withoutCredentials(old),
    new: redacted || now === undefined ? undefined : withoutCredentials(now),
    redacted,
  });
}

function kindOf(
  old: string | undefined,
  now: string | undefined,
): ChangeView['kind'] {
  if (old === undefined) return 'added';
  return now === undefined ? 'removed' : 'changed';
}
