import type { EventObject } from './EventObject';
import { Fields } from './Fields';
import { present } from './present';
import { Unreadable } from './Unreadable';
import { MESSAGE_MAX } from './messageMax';

/** Core Event. Throws `Unreadable` where it does not say what it is about. */
export function readEvent(raw: unknown): EventObject {
  const event = new Fields(raw);
  const about = event.object('involvedObject');
  const kind = about.text('kind');
  const name = about.text('name');
  if (!kind || !name)
    throw new Unreadable('involvedObject names no kind or no name');
  return present({
    namespace: about.text('namespace') ?? '',
    kind,
    name,
    uid: about.text('uid'),
    reason: event.text('reason') ?? '',
    message: event.text('message', MESSAGE_MAX),
    // A repeated event of the new kind dates itself in its series, one of the old kind by its last time.
    at:
      event.object('series').instant('lastObservedTime') ??
      event.instant('lastTimestamp') ??
      event.instant('eventTime') ??
      event.instant('firstTimestamp'),
  });
}
