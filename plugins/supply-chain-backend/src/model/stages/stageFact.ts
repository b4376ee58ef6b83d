import {
  assertNever,
  shortImage,
  shortRevision,
  stageTitle,
  type OutputView,
  type StagePhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { cutText } from '../objects/cutText';
import type { RealizedResource } from '../objects/OwnerStatus';
import { oneLine } from '../words/oneLine';
import { plainMessage } from '../words/plainMessage';
import { saysNothing } from '../words/saysNothing';
import type { ImageBehind } from './imageBehind';

/** What fits on a card of the graph in one or two lines. */
const FACT_MAX = 80;

/** What controllers say of every object that is well: nothing about this one. */
const COMMONPLACE =
  /^(?:All Steps have completed executing|\d+ of \d+ tasks failed|Tasks Completed|The scan job finished|stored artifact|Reconcile succeeded)/;

/** Conventions applied to a PodIntent: a list below this annotation (cartographer-conventions). */
const CONVENTIONS =
  /^ *conventions\.carto\.run\/applied-conventions: \|-?\n((?: +\S.*\n?)+)/m;

/** The one fact that a card shows. */
export function stageFact(
  stage: RealizedResource,
  phase: StagePhase,
  outputs: readonly OutputView[],
  behind: ImageBehind | undefined,
): string | undefined {
  const fact = factOf(stage, phase, outputs, behind);
  return fact === undefined ? undefined : cutText(fact, FACT_MAX);
}

function factOf(
  stage: RealizedResource,
  phase: StagePhase,
  outputs: readonly OutputView[],
  behind: ImageBehind | undefined,
): string | undefined {
  switch (phase.kind) {
    case 'skipped':
      return 'passed through';
    case 'waiting':
      return `waits for ${stageTitle(phase.for)}`;
    case 'planned':
      return 'not reached yet';
    case 'misconfigured':
    case 'failed':
    case 'unknown':
      return phase.says;
    case 'running':
      return phase.step
        ? [phase.says, `step ${phase.step}`].filter(Boolean).join(', ')
        : phase.says ?? outputFact(stage, outputs, behind);
    case 'ready':
      return outputFact(stage, outputs, behind);
    default:
      return assertNever(phase);
  }
}

function outputFact(
  stage: RealizedResource,
  outputs: readonly OutputView[],
  behind: ImageBehind | undefined,
): string | undefined {
  const value = (name: string) =>
    oneLine(outputs.find(output => output.name === name)?.value);
  // Stages in the middle hand the same revision or image on; what their object says of itself tells more.
  const said =
    stage.inputs.length > 0
      ? plainMessage(
          stage.conditions.find(each => each.type === 'Healthy')?.message,
        )
      : '';
  if (!saysNothing(said) && !COMMONPLACE.test(said)) return said;
  const image = value('image');
  if (image) return behind?.servingTag ?? shortImage(image);
  const revision = value('revision');
  if (revision) return revisionFact(revision);
  const config = outputs.find(output => output.name === 'config')?.value;
  return config === undefined ? undefined : configFact(stage, config);
}

/** `433a68c on main` of `main@sha1:433a68c…` or `main/433a68c…` */
function revisionFact(revision: string): string {
  const short = shortRevision(revision);
  if (!short) return revision;
  const branch = /^(.+?)(?:@sha\d+:|\/)[0-9a-f]{40,64}$/i.exec(revision)?.[1];
  return branch ? `${short} on ${branch}` : short;
}

function configFact(
  stage: RealizedResource,
  config: string,
): string | undefined {
  if (stage.stampedRef?.kind === 'PodIntent') {
    const list = CONVENTIONS.exec(config)?.[1];
    const indent = /^ */.exec(list ?? '')?.[0].length;
    const count = (list ?? '')
      .split('\n')
      .filter(line => line.trim() && /^ */.exec(line)?.[0].length === indent)
      .filter(line => line.includes('/') && !line.includes(': ')).length;
    if (count > 0)
      return `${count} ${count === 1 ? 'convention' : 'conventions'}`;
    return undefined;
  }
  const kind = /^ *kind: (\w+)/m.exec(config)?.[1];
  return kind === 'Service' && config.includes('serving.knative.dev/')
    ? 'Knative Service'
    : kind;
}
