import type { BuildChange } from '../controllers/buildChanges.ts';

/** The entry that kpack writes for a build that somebody asked for; Go's RFC1123Z. */
export function triggerChange(annotation: string, now: number): BuildChange {
  // Go's time.String: 2026-01-02 03:04:05.999999999 +0000 UTC
  const [, date, time] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(annotation) ?? [];
  const asked = Date.parse(`${date ?? ''}T${time ?? ''}Z`);
  const when = new Date(Number.isNaN(asked) ? now : asked)
    .toUTCString()
    .replace('GMT', '+0000');
  return {
    ...{ reason: 'TRIGGER', old: '' },
    new: `A new build was manually triggered on ${when}`,
  };
}
