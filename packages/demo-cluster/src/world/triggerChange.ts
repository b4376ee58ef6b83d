import type { BuildChange } from '../controllers/buildChanges.ts';

/** The entry that kpack writes for a build that somebody asked for: Go's RFC1123Z of when it was scheduled, not of the click. */
export function triggerChange(now: number): BuildChange {
  const when = new Date(now).toUTCString().replace('GMT', '+0000');
  return {
    ...{ reason: 'TRIGGER', old: '' },
    new: `A new build was manually triggered on ${when}`,
  };
}
