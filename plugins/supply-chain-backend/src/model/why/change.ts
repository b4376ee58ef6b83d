import type { ChangeView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';
import { withoutCredentials } from '../words/withoutCredentials';

/** One difference; what has no old value was added, what has no new one removed. */
export function change(
  path: string,
  old: string | undefined,
  now: string | undefined,
  hidden = false,
): ChangeView {
  const was = old === undefined ? undefined : withoutCredentials(old);
  const is = now === undefined ? undefined : withoutCredentials(now);
  // Only the credentials in it differ: two equal values would look like a mistake.
  const redacted = hidden || (old !== now && was === is);
  return present({
    path,
    kind: kindOf(old, now),
    old: redacted ? undefined : was,
    new: redacted ? undefined : is,
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
