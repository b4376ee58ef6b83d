import {
  whySentence,
  type BuildView,
  type StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildSource } from './builds/buildSource';
import { buildSteps } from './builds/buildSteps';
import { builtWith } from './builds/builtWith';
import { earlierBuilds } from './builds/earlierBuilds';
import { isFinished } from './builds/isFinished';
import { isRebase } from './builds/isRebase';
import { millisBetween } from './builds/millisBetween';
import { phaseNow } from './builds/phaseNow';
import { podOf } from './builds/podOf';
import { producedBy } from './builds/producedBy';
import { succeededCondition } from './builds/succeededCondition';
import { explainReasons } from './explainReasons';
import type { BuildObject } from './objects/BuildObject';
import { present } from './objects/present';
import { rebuildAsked } from './builds/rebuildAsked';
import { conditionView } from './stages/conditionView';
import type { Surroundings } from './Surroundings';
import type { ValuesShown } from './ValuesShown';
import { workloadOfImage } from './workloadOfImage';

/** Kinds without which a part of the view is missing. */
const NEEDED = ['builds.kpack.io', 'pods', 'events'] as const;

/** One image build: why, steps, produced, built with, compared with. */
export function buildView(
  build: BuildObject,
  around: Surroundings,
  values: ValuesShown,
): BuildView {
  const { cluster } = around;
  const { namespace, name, createdAt } = build.meta;
  const pod = podOf(build, around);
  const steps = buildSteps(build, pod);
  const phase = phaseNow(build, pod, around);
  const said = succeededCondition(build);
  const image = build.image ? around.image(namespace, build.image) : undefined;
  const workload = image && workloadOfImage(image, around);
  const all = build.image ? around.builds(namespace, build.image) : [];
  const earlier = earlierBuilds(build, all);
  const previous = earlier[0];
  const why = explainReasons(build, previous, values);
  const times = buildTimes(build, steps);
  const podName = pod?.meta.name ?? build.podName;
  return present({
    ref: { cluster, namespace, name },
    engine: 'kpack' as const,
    type: isRebase(build, pod) ? ('rebase' as const) : ('build' as const),
    number: build.number,
    image: build.image,
    workload: workload && {
      cluster,
      namespace: workload.meta.namespace,
      name: workload.meta.name,
    },
    phase,
    condition: said && conditionView(said),
    why: [...why],
    sentence: whySentence(why),
    source: buildSource(
      build.source,
      build.ociSource,
      workload?.source.git?.url,
    ),
    produced: producedBy(build),
    builtWith: builtWith(build, image),
    steps: [...steps],
    pod: podName ? { name: podName, present: pod !== undefined } : undefined,
    createdAt,
    ...times,
    comparedWith:
      previous &&
      present({ name: previous.meta.name, number: previous.number }),
    lastGood:
      succeededCondition(build)?.status === 'False'
        ? lastGood(earlier)
        : undefined,
    rebuildAsked: rebuildAsked(build, all),
    problems: NEEDED.flatMap(resource => around.problem(resource) ?? []),
  });
}

/** From the steps; where those are gone, from the Build itself. `finishedAt` only when it is over. */
function buildTimes(
  build: BuildObject,
  steps: readonly StepView[],
): Pick<
  Partial<BuildView>,
  'startedAt' | 'finishedAt' | 'queuedMs' | 'durationMs'
> {
  const startedAt = steps.flatMap(step => step.startedAt ?? []).sort(byTime)[0];
  const lastEnd = steps
    .flatMap(step => step.finishedAt ?? [])
    .sort(byTime)
    .at(-1);
  const finishedAt = isFinished(build)
    ? lastEnd ?? succeededCondition(build)?.at
    : undefined;
  return present({
    startedAt,
    finishedAt,
    queuedMs: millisBetween(build.meta.createdAt, startedAt),
    durationMs: millisBetween(startedAt, finishedAt),
  });
}

function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

function lastGood(earlier: readonly BuildObject[]): BuildView['lastGood'] {
  const good = earlier.find(
    each => succeededCondition(each)?.status === 'True',
  );
  return (
    good &&
    present({
      name: good.meta.name,
      number: good.number,
      tag: producedBy(good).tag,
      finishedAt: succeededCondition(good)?.at,
    })
  );
}
