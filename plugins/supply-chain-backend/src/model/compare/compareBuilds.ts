import type {
  BuildComparison,
  BuildRow,
  BuildView,
  ComparedBuild,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Difference } from '../objects/BuildChange';
import type { ValuesShown } from '../ValuesShown';
import { explainConfig } from '../why/explainConfig';
import { explainLifecycle } from '../why/explainLifecycle';
import { compareBuildpacks } from './compareBuildpacks';
import { compareStack } from './compareStack';

export type Compared = {
  readonly image: ObjectRef;
  /** The older one. */
  readonly from: BuildView;
  readonly to: BuildView;
  /** Of the two specs (`specDifferences`). */
  readonly spec: readonly Difference[];
  /** All builds of the image, in any order. */
  readonly builds: readonly BuildRow[];
  readonly values: ValuesShown;
};

/** What differs between two builds: told as if the newer one had come right after the older one. */
export function compareBuilds(compared: Compared): BuildComparison {
  const { image, from, to, builds, values } = compared;
  const spec = { said: 'CONFIG', first: false } as const;
  const { lifecycle: was } = from.builtWith;
  const { lifecycle: is } = to.builtWith;
  return {
    image,
    from: side(from),
    to: side(to),
    differences: [
      ...(compared.spec.length > 0
        ? explainConfig(
            { ...spec, differences: compared.spec },
            values,
            false,
          ).map(withoutSaid)
        : []),
      ...compareBuildpacks(from.builtWith, to.builtWith),
      ...compareStack(from.builtWith, to.builtWith),
      ...(was && is && was !== is
        ? [withoutSaid(explainLifecycle(was, is))]
        : []),
    ],
    notRecorded: notRecorded(from, to),
    between: builds
      .filter(each => isBetween(each.number, from.number, to.number))
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
      .map(({ ref, number, type, phase, sentence }) => ({
        ...{ ref, number, type, phase, sentence },
      })),
    problems: [...to.problems],
  };
}

/** kpack said nothing: it never compared these two. */
function withoutSaid<T extends { said?: unknown }>(reason: T): T {
  const { said: _, ...rest } = reason;
  return rest as T;
}

function isBetween(
  number: number | undefined,
  from: number | undefined,
  to: number | undefined,
): boolean {
  return (
    number !== undefined &&
    from !== undefined &&
    to !== undefined &&
    number > from &&
    number <= to
  );
}

function notRecorded(
  from: BuildView,
  to: BuildView,
): BuildComparison['notRecorded'] {
  const misses = (has: (build: BuildView) => boolean) => !has(from) || !has(to);
  return [
    ...(misses(each => each.builtWith.buildpacks.length > 0)
      ? (['buildpacks'] as const)
      : []),
    ...(misses(each => each.builtWith.runImage !== undefined)
      ? (['stack'] as const)
      : []),
    ...(misses(each => each.builtWith.lifecycle !== undefined)
      ? (['lifecycle'] as const)
      : []),
  ];
}

function side(build: BuildView): ComparedBuild {
  const { why: _, image: __, workload: ___, pod: ____, ...rest } = build;
  const { comparedWith: _a, lastGood: _b, problems: _c, ...more } = rest;
  const { rebuildAsked: _d, ...kept } = more;
  return kept;
}
