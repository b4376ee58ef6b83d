import {
  fillTemplate,
  ROLLOUT_STATES,
  rolloutMessages,
  type RolloutCounts,
  type RolloutImage,
  type RolloutMessageKey,
  type RolloutState,
  type RolloutView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';
import type { RolledImage } from './RolledImage';
import { rolloutUpdates } from './rolloutUpdates';
import { rolloutWave } from './rolloutWave';

/** Images named besides the picture: what one reads at a glance. */
const LAST = 5;

/** Those that one waits for come before those that wait for somebody. */
const LEFT: readonly RolloutState[] = [
  ...(['failed', 'stuck', 'rebuilding', 'behind'] as const),
  ...(['unbuilt', 'unknown', 'blocked'] as const),
];

const DONE: ReadonlySet<RolloutState> = new Set(['rebased', 'up-to-date']);

/** How a builder stands itself; `behind`: it lacks what it should have. Of several builders the worse. */
export type Standing = 'well' | 'behind' | 'not-ready';

/** How far the images of one builder, or of several, have come. */
export function rolloutView(
  images: readonly RolledImage[],
  standing: Standing,
): RolloutView {
  const views = images.map(({ view }) => view);
  const counts = countsOf(views);
  const done = views.filter(({ state }) => DONE.has(state)).length;
  const updates = rolloutUpdates(images);
  const total = views.length;
  const { message: said, params } = words(
    { updates, total, done, counts },
    standing,
  );
  const message = ofOne(said, params);
  return present({
    ...{ total, done, counts, updates },
    wave: rolloutWave(images),
    sentence: fillTemplate(rolloutMessages[message], params),
    message,
    params,
    last: lastOf(views),
  });
}

function countsOf(views: readonly RolloutImage[]): RolloutCounts {
  const counts = Object.fromEntries(
    ROLLOUT_STATES.map(state => [state, 0]),
  ) as RolloutCounts;
  for (const { state } of views) counts[state] += 1;
  return counts;
}

function words(
  {
    updates,
    total,
    done,
    counts,
  }: Pick<RolloutView, 'updates' | 'total' | 'done' | 'counts'>,
  standing: Standing,
): { message: RolloutMessageKey; params: Record<string, string> } {
  const all = { done: String(done), total: String(total) };
  if (total === 0) return { message: 'none', params: {} };
  if (standing === 'not-ready' && done === 0) {
    return { message: 'not-ready', params: all };
  }
  const [first, second] = updates;
  if (second) {
    return {
      message: 'many',
      params: { ...all, count: String(updates.length) },
    };
  }
  if (first) {
    const { what, name = '', from, to } = first;
    return {
      message:
        what === 'buildpack' && to === undefined ? 'buildpack-left' : what,
      params: {
        name,
        from: from.join(', '),
        to: to ?? '',
        done: String(first.done),
        total: String(first.total),
      },
    };
  }
  if (done < total) {
    const left = total - done;
    return left === counts.blocked
      ? { message: 'rest-blocked', params: { ...all, left: String(left) } }
      : { message: 'rest', params: all };
  }
  if (standing === 'behind') return { message: 'all-behind', params: all };
  return { message: total === 1 ? 'all-one' : 'all', params: all };
}

/** Of one image that is not done yet nobody says "0 of 1". */
function ofOne(
  message: RolloutMessageKey,
  { total, done }: Record<string, string>,
): RolloutMessageKey {
  const one = `${message}-one`;
  return total === '1' && done === '0' && isMessage(one) ? one : message;
}

function isMessage(key: string): key is RolloutMessageKey {
  return Object.hasOwn(rolloutMessages, key);
}

function lastOf(views: readonly RolloutImage[]): RolloutImage[] {
  return views
    .filter(({ state }) => !DONE.has(state))
    .sort(
      (a, b) =>
        LEFT.indexOf(a.state) - LEFT.indexOf(b.state) ||
        (a.at ?? '').localeCompare(b.at ?? ''),
    )
    .slice(0, LAST);
}
