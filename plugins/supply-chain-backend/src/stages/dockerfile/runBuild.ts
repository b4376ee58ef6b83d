import {
  assertNever,
  shortRevision,
  whySentence,
  type BuildPhase,
  type BuildView,
  type ObjectRef,
  type ProducedView,
  type ReasonView,
  type StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { commitIn } from '../../model/builds/commitIn';
import { millisBetween } from '../../model/builds/millisBetween';
import { present } from '../../model/objects/present';
import type { RunInputs } from './RunInputs';

/** Parameters that name the image to push, by whatever a chain's author calls it. */
const IMAGE = /^(?:image|output[-_]?image|image[-_]?(?:name|url|tag))$/i;
const ADDRESS = /^(?:git|source|repo)[-_]?(?:url|address)$|^url$/i;

/** Results that Tekton Chains and kaniko tasks name alike. */
const DIGEST = /^(?:image[-_]?)?digest$/i;
const URL_RESULT = /^image[-_]?url$/i;
const WHOLE = /^(?:latest-image|image|image[-_]?ref)$/i;

/** A run of a Dockerfile stage as the image build that it is. */
export function runBuild(options: {
  readonly run: StageRunView;
  readonly inputs: RunInputs;
  readonly why: readonly ReasonView[];
  readonly workload: ObjectRef;
  readonly previous: StageRunView | undefined;
  /** On one that failed. */
  readonly lastGood: StageRunView | undefined;
}): BuildView {
  const { run, inputs, why, workload, previous, lastGood } = options;
  const steps = run.tasks.flatMap(task => task.steps);
  const param = (name: RegExp) =>
    [...inputs.params].find(([each]) => name.test(each))?.[1];
  const url = param(ADDRESS);
  const revision = commitIn(run.revision) ?? commitIn(url) ?? run.revision;
  const image = param(IMAGE);
  return present({
    ref: { ...workload, name: run.name },
    ...{ engine: 'dockerfile' as const, type: 'build' as const },
    workload,
    phase: phaseOf(run),
    why: [...why],
    sentence: whySentence(why),
    source: present({
      type: 'blob' as const,
      url,
      revision,
      short: revision && (shortRevision(revision) ?? revision),
    }),
    produced: producedBy(run, image),
    builtWith: { buildpacks: [] },
    steps,
    createdAt: run.createdAt,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    queuedMs: millisBetween(run.createdAt, steps[0]?.startedAt),
    durationMs: run.durationMs,
    comparedWith: previous && { name: previous.name },
    lastGood:
      run.phase === 'failed' && lastGood
        ? present({
            name: lastGood.name,
            tag: producedBy(lastGood, undefined).digest?.slice(
              0,
              'sha256:'.length + 7,
            ),
            finishedAt: lastGood.finishedAt,
          })
        : undefined,
    problems: [],
  });
}

function phaseOf(run: StageRunView): BuildPhase {
  const steps = run.tasks.flatMap(task => task.steps);
  switch (run.phase) {
    case 'pending':
      return present({ kind: 'queued' as const, says: run.says });
    case 'running': {
      const step = steps.find(each => each.state === 'running');
      // Tekton says "Started" before it says "Pending": what counts is that a step has begun.
      if (steps.every(each => each.state === 'waiting'))
        return { kind: 'queued' };
      return present({
        kind: 'running' as const,
        step: step?.name,
        since: step?.startedAt ?? run.startedAt,
      });
    }
    case 'succeeded':
      return { kind: 'succeeded' };
    case 'failed': {
      const step = steps.find(each => each.state === 'failed');
      return present({
        kind: 'failed' as const,
        step: step?.name,
        exitCode: step?.exitCode,
        meaning: step?.meaning,
        says: run.says ?? 'the run failed',
      });
    }
    case 'cancelled':
      return { kind: 'failed', says: run.says ?? 'it was cancelled' };
    case 'unknown':
      return present({ kind: 'unknown' as const, says: run.says });
    default:
      return assertNever(run.phase);
  }
}

function producedBy(
  run: Pick<StageRunView, 'outputs'>,
  image: string | undefined,
): ProducedView {
  const result = (name: RegExp) =>
    run.outputs.find(each => name.test(each.name))?.value;
  const whole = result(WHOLE);
  const digest = result(DIGEST) ?? /@(\w+:[0-9a-f]+)$/.exec(whole ?? '')?.[1];
  const url = result(URL_RESULT) ?? whole?.split('@')[0] ?? image;
  return present({
    tags: url === undefined ? [] : [url],
    image: digest && url ? `${url}@${digest}` : undefined,
    digest,
  });
}
