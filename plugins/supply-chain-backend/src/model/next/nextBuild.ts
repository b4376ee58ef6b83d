import {
  shortRevision,
  type BehindView,
  type NextBuild,
  type NextReason,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { commitIn } from '../builds/commitIn';
import { isFinished } from '../builds/isFinished';
import { newestFirst } from '../builds/newestFirst';
import { succeededCondition } from '../builds/succeededCondition';
import { digestOf } from '../builders/digestOf';
import { builtBehind } from '../builders/builtBehind';
import type { BuilderObject } from '../objects/BuilderObject';
import type { BuildObject } from '../objects/BuildObject';
import type { BuildSource } from '../objects/BuildSource';
import type { ImageObject } from '../objects/ImageObject';
import { personName } from '../words/personName';
import { plainMessage } from '../words/plainMessage';
import { historyLimits } from './historyLimits';
import { nextReason } from './nextReason';

export type NextFacts = {
  readonly image: ImageObject;
  /** Its builds, in any order. */
  readonly builds: readonly BuildObject[];
  /** What the Image names; undefined when it is not there, `unreadable` when that cannot be told. */
  readonly builder: BuilderObject | 'unreadable' | undefined;
};

/**
 * What would rebuild an image, by kpack's own rules (pkg/reconciler/image/build_required.go): before kpack has looked, and
 * where it does not look at all.
 */
export function nextBuild({ image, builds, builder }: NextFacts): NextBuild {
  const [newest] = newestFirst(builds);
  const calls = [
    ...asked(newest),
    ...newSource(image, newest),
    ...unseen(image),
  ];
  const behind =
    newest && knownBuilder(builder) ? behindOf(newest, builder) : [];
  const failed = newest && succeededCondition(newest)?.status === 'False';
  const isDue = calls.length > 0 || (behind.length > 0 && !failed);
  const held = [
    ...builderWords(image, builder),
    ...(newest && !isFinished(newest) && isDue
      ? [nextReason('holds-up', 'running', { number: numberOf(newest) })]
      : []),
  ];
  return {
    isDue,
    reasons: [
      ...calls,
      ...behind.map(each =>
        behindReason(each, failed ? 'left-aside' : 'calls'),
      ),
      ...(newest && failed && calls.length === 0
        ? [
            nextReason(
              'left-aside',
              behind.length > 0 ? 'failed-ignores' : 'failed-waits',
              { number: numberOf(newest) },
            ),
          ]
        : []),
      ...held,
      ...historyLimits(image, builds),
    ],
  };
}

function asked(newest: BuildObject | undefined): readonly NextReason[] {
  const question = newest?.rebuildAsked;
  if (!question) return [];
  const { by } = question;
  return [
    by
      ? nextReason('calls', 'asked-by', { by: personName(by) })
      : nextReason('calls', 'asked'),
  ];
}

/** A branch names no revision: then kpack alone knows what it resolved to. */
function newSource(
  image: ImageObject,
  newest: BuildObject | undefined,
): readonly NextReason[] {
  if (!newest) return [];
  const now = placeOf(image.source);
  const was = placeOf(newest.source);
  if (now === undefined || was === undefined || now === was) return [];
  const number = numberOf(newest);
  const revision = revisionOf(image.source);
  return [
    revision
      ? nextReason('calls', 'source', { revision, number })
      : nextReason('calls', 'source-moved', { number }),
  ];
}

/** What can be compared of a source: where the archive or the image is, or a whole commit. */
function placeOf({ git, blob, registry }: BuildSource): string | undefined {
  if (blob) return blob.url;
  if (registry) return registry.image;
  return commitIn(git?.revision);
}

function revisionOf({ git, blob, registry }: BuildSource): string | undefined {
  const revision =
    commitIn(blob?.url) ??
    commitIn(git?.revision) ??
    registry?.image?.split('@')[1];
  return revision && (shortRevision(revision) ?? revision);
}

function unseen({
  meta,
  observedGeneration,
}: ImageObject): readonly NextReason[] {
  return meta.generation !== undefined &&
    observedGeneration !== undefined &&
    observedGeneration < meta.generation
    ? [nextReason('calls', 'unseen')]
    : [];
}

/** Of a failed build kpack records nothing to compare: the one before it tells. */
function behindOf(
  newest: BuildObject,
  builder: BuilderObject,
): readonly BehindView[] {
  return (
    builtBehind(
      {
        name: newest.meta.name,
        // Not looked at by the rules.
        ...{ phase: { kind: 'succeeded' }, rebase: false, causes: [] },
        buildpacks: newest.buildpacks,
        ...withText('runImage', digestOf(newest.stackRunImage)),
        ...withText('lifecycle', newest.lifecycleVersion),
      },
      builder,
      {},
    ) ?? []
  );
}

function withText<K extends string>(
  key: K,
  text: string | undefined,
): { [P in K]?: string } {
  return text === undefined ? {} : ({ [key]: text } as { [P in K]: string });
}

function behindReason(
  { what, name = '', from = '', to }: BehindView,
  effect: NextReason['effect'],
): NextReason {
  switch (what) {
    case 'stack':
      return nextReason(effect, 'stack', { to: to ?? '' });
    case 'lifecycle':
      return nextReason(effect, 'lifecycle', { from, to: to ?? '' });
    default:
      return to && to !== from
        ? nextReason(effect, 'buildpack-moved', { buildpack: name, from, to })
        : nextReason(effect, 'buildpack', { buildpack: name, from });
  }
}

function builderWords(
  { builder: ref }: ImageObject,
  builder: NextFacts['builder'],
): readonly NextReason[] {
  const name = [ref.kind, ref.name].filter(Boolean).join(' ');
  if (!ref.name || builder === 'unreadable') return [];
  if (!builder)
    return [nextReason('holds-up', 'builder-missing', { builder: name })];
  const condition = (type: string) =>
    builder.conditions.find(each => each.type === type);
  const ready = condition('Ready');
  if (ready && ready.status !== 'True')
    return [
      nextReason(
        'holds-up',
        'builder-not-ready',
        { builder: name },
        plainMessage(ready.message),
      ),
    ];
  const upToDate = condition('UpToDate');
  return upToDate?.status === 'False'
    ? [
        nextReason(
          'holds-up',
          'builder-behind',
          { builder: name },
          plainMessage(upToDate.message),
        ),
      ]
    : [];
}

function knownBuilder(builder: NextFacts['builder']): builder is BuilderObject {
  return builder !== undefined && builder !== 'unreadable';
}

function numberOf({ number, meta }: BuildObject): string {
  return `${number ?? meta.name}`;
}
