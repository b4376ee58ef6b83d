import type { RolloutView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';
import { digestOf } from './digestOf';
import type { BuilderCause, BuildFacts } from './ImageFacts';
import { isOnItsWay } from './isOnItsWay';
import type { RolledImage } from './RolledImage';

type What = BuilderCause['what'];
type Wave = NonNullable<RolloutView['wave']>;

/**
 * The rebuilds that the updates under way have led to; when there are none, those of the last one. Only builds that are
 * their image's newest are known to be of it: a later commit takes an image out of the wave, so it is never said to be whole.
 */
export function rolloutWave(images: readonly RolledImage[]): Wave | undefined {
  const missing = new Set(
    images
      .filter(isOnItsWay)
      .flatMap(({ view }) => (view.behind ?? []).map(({ what }) => what)),
  );
  const rolled = images.flatMap(image => {
    const { newest } = image.facts;
    return newest?.createdAt === undefined
      ? []
      : causesNow(newest, image).map(what => ({ what, build: newest }));
  });
  const wanted =
    missing.size > 0
      ? rolled.filter(({ what }) => missing.has(what))
      : ofTheLast(rolled);
  const builds = [...new Set(wanted.map(({ build }) => build))];
  if (builds.length === 0) return undefined;
  const startedAt = earliest(builds.flatMap(each => each.createdAt ?? []));
  const ends = builds.flatMap(each => each.finishedAt ?? []);
  const isOver = missing.size === 0 && ends.length === builds.length;
  if (startedAt === undefined) return undefined;
  return present({
    what: [...new Set(wanted.map(({ what }) => what))].sort(),
    images: builds.length,
    startedAt,
    endedAt: isOver ? latest(ends) : undefined,
  });
}

/** For which parts of the builder as it is now the build ran. */
function causesNow(
  build: BuildFacts,
  { builder, view }: RolledImage,
): readonly What[] {
  return build.causes.flatMap(cause => {
    switch (cause.what) {
      case 'stack':
        return cause.to === undefined ||
          cause.to === digestOf(builder?.runImage)
          ? cause.what
          : [];
      case 'lifecycle':
        return cause.to === undefined || cause.to === builder?.lifecycleVersion
          ? cause.what
          : [];
      default:
        return view.behind?.some(({ what }) => what === 'buildpack') &&
          build.phase.kind === 'succeeded'
          ? []
          : cause.what;
    }
  });
}

/** Builds of that kind of update which began last. */
function ofTheLast<T extends { what: What; build: BuildFacts }>(
  rolled: readonly T[],
): readonly T[] {
  const began = new Map<What, number>();
  for (const { what, build } of rolled) {
    const at = Date.parse(build.createdAt ?? '');
    began.set(what, Math.max(began.get(what) ?? 0, at));
  }
  const [last] = [...began].sort((a, b) => b[1] - a[1]);
  return last ? rolled.filter(({ what }) => what === last[0]) : [];
}

function earliest(instants: readonly string[]): string | undefined {
  return mostOf(instants, (at, best) => at < best);
}

function latest(instants: readonly string[]): string | undefined {
  return mostOf(instants, (at, best) => at > best);
}

/** In one pass: there is an instant for each of ten thousand images. */
function mostOf(
  instants: readonly string[],
  isBetter: (at: number, best: number) => boolean,
): string | undefined {
  let [most] = instants;
  let best = Date.parse(most ?? '');
  for (const instant of instants) {
    const at = Date.parse(instant);
    if (!isBetter(at, best)) continue;
    best = at;
    most = instant;
  }
  return most;
}
