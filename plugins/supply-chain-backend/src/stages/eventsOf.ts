import type {
  EventView,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { stripAnsi } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { cutText } from '../model/objects/cutText';
import { Fields } from '../model/objects/Fields';
import { present } from '../model/objects/present';
import { withoutCredentials } from '../model/words/withoutCredentials';
import type { ReadMore } from './runs/runsBehind';

/** Events shown of one stage. */
const SHOWN = 50;

const EVENTS = { group: '', version: 'v1', plural: 'events' };

const MESSAGE_MAX = 1000;

/** An object that events are about. */
export type About = {
  readonly kind: string;
  readonly name: string;
  /** Of an object that was made anew, what was told of the old one is left out. */
  readonly uid?: string | undefined;
};

/** What is told of some objects, newest first; the same told again is one. */
export function eventsOf(
  objects: readonly About[],
  read: ReadMore,
): { readonly events: EventView[]; readonly problems: readonly Problem[] } {
  const folded = new Map<string, EventView>();
  const problems: Problem[] = [];
  for (const { kind, name, uid } of objects) {
    const answer = read({ resource: EVENTS, about: { kind, name } });
    if (answer.problem && problems.length === 0) problems.push(answer.problem);
    for (const raw of answer.objects) {
      const event = eventOf(raw, { kind, name, uid });
      if (!event) continue;
      const key = [kind, name, event.reason, event.message].join('\n');
      folded.set(key, fold(folded.get(key), event));
    }
  }
  const events = [...folded.values()]
    .sort((a, b) => compare(b.lastAt, a.lastAt) || compare(a.name, b.name))
    .slice(0, SHOWN);
  return { events, problems };
}

function eventOf(raw: unknown, about: About): EventView | undefined {
  const event = new Fields(raw);
  const of = event.object('involvedObject');
  const uid = of.text('uid');
  if (of.text('kind') !== about.kind || of.text('name') !== about.name)
    return undefined;
  if (uid !== undefined && about.uid !== undefined && uid !== about.uid)
    return undefined;
  const series = event.object('series');
  const said = event.text('message', MESSAGE_MAX);
  const first = event.instant('firstTimestamp') ?? event.instant('eventTime');
  return present({
    kind: about.kind,
    name: about.name,
    reason: event.text('reason') ?? '',
    message:
      said === undefined
        ? undefined
        : cutText(withoutCredentials(stripAnsi(said)).trim(), MESSAGE_MAX),
    isWarning: event.text('type') === 'Warning',
    count: Math.max(1, series.integer('count') ?? event.integer('count') ?? 1),
    firstAt: first,
    lastAt:
      series.instant('lastObservedTime') ??
      event.instant('lastTimestamp') ??
      first,
  });
}

function fold(known: EventView | undefined, event: EventView): EventView {
  if (!known) return event;
  const newer = compare(event.lastAt, known.lastAt) > 0 ? event : known;
  const older = compare(event.firstAt, known.firstAt) < 0 ? event : known;
  return present({
    ...newer,
    count: known.count + event.count,
    firstAt: older.firstAt,
  });
}

function compare(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
