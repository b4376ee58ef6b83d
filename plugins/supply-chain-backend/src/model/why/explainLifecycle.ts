import type { ReasonView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { change } from './change';
import { reason } from './reason';

/** kpack before v0.17 recorded none, so that the first build after it names only the new one. */
export function explainLifecycle(
  old: string | undefined,
  now: string | undefined,
): ReasonView {
  if (!now) return reason('lifecycle', 'LIFECYCLE', 'lifecycle-unnamed');
  const details = [change('lifecycle', old, now)];
  return old
    ? reason('lifecycle', 'LIFECYCLE', 'lifecycle', { old, new: now }, details)
    : reason(
        'lifecycle',
        'LIFECYCLE',
        'lifecycle-first',
        { new: now },
        details,
      );
}
