import { at } from '../json/at.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';

interface Asked {
  readonly image: KubeObject;
  readonly builder: KubeObject | undefined;
  readonly last: KubeObject | undefined;
  readonly number: number;
  readonly now: number;
  /** With the revision that kpack's SourceResolver found for a branch. */
  readonly source: unknown;
}

/** What the Image asks for, with its builder as it is now. */
export function buildSpec(what: Asked): Record<string, unknown> {
  const { image, builder, last, number, now, source } = what;
  const before = at(last, 'spec');
  const build = at(image, 'spec', 'build');
  const latest = textAt(image, 'status', 'latestImage');
  const stackId =
    textAt(builder, 'status', 'stack', 'id') ??
    textAt(last, 'status', 'stack', 'id');
  return {
    ...carried(before),
    ...(typeof build === 'object' ? build : undefined),
    builder: {
      image:
        textAt(builder, 'status', 'latestImage') ??
        textAt(before, 'builder', 'image') ??
        '',
    },
    cache: at(before, 'cache') ?? {},
    resources: at(build, 'resources') ?? {},
    runImage: {
      image:
        textAt(builder, 'status', 'stack', 'runImage') ??
        textAt(before, 'runImage', 'image') ??
        '',
    },
    serviceAccountName:
      textAt(image, 'spec', 'serviceAccountName') ?? 'default',
    source,
    tags: tags(image, last, number, now),
    ...(latest === undefined
      ? undefined
      : { lastBuild: { cache: {}, image: latest, stackId } }),
  };
}

/** What the last Build had and the Image says elsewhere, like the cache's claim; not what it no longer asks for. */
function carried(before: unknown): Record<string, unknown> {
  if (typeof before !== 'object' || before === null) return {};
  return Object.fromEntries(
    Object.entries(before).filter(
      ([field]) =>
        !['env', 'services', 'cnbBindings', 'lastBuild'].includes(field),
    ),
  );
}

/** `b<N>.<YYYYMMDD>.<HHMMSS>`, behind the tag of the Image if it names one. */
function tags(
  image: KubeObject,
  last: KubeObject | undefined,
  number: number,
  now: number,
): string[] {
  const tag = textAt(image, 'spec', 'tag') ?? '';
  if (textAt(image, 'spec', 'imageTaggingStrategy') === 'None') return [tag];
  const [date = '', time = ''] = new Date(now)
    .toISOString()
    .slice(0, 19)
    .replace(/[-:]/g, '')
    .split('T');
  const numbered = `b${number}.${date}.${time}`;
  const former = at(last, 'spec', 'tags');
  const pattern = /b\d+\.\d{8}\.\d{6}$/;
  const formerNumbered = Array.isArray(former)
    ? former.find((t): t is string => typeof t === 'string' && pattern.test(t))
    : undefined;
  if (formerNumbered) return [tag, formerNumbered.replace(pattern, numbered)];
  const named = tag.lastIndexOf(':') > tag.lastIndexOf('/');
  return [tag, named ? `${tag}-${numbered}` : `${tag}:${numbered}`];
}
