import {
  assertNever,
  stageTitle,
  WORKLOAD_PHASES,
  type StagePhase,
  type StageView,
  type WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { cutText } from '../objects/cutText';
import { present } from '../objects/present';

/** A row of the list shows two lines of it, the page all. */
const SENTENCE_MAX = 600;

/** The worst of some stages, in one sentence that names the stage. */
export type Verdict = {
  readonly phase: WorkloadPhase;
  readonly says?: string;
  readonly saysOf?: string;
  readonly owner?: 'developer' | 'platform';
};

/** Stages come in the graph's order, so of several equally bad ones the first cause is told. */
export function stagesVerdict(stages: readonly StageView[]): Verdict {
  let worst: StageView | undefined;
  for (const stage of stages)
    if (!worst || badness(stage.phase) < badness(worst.phase)) worst = stage;
  if (!worst) return { phase: 'ready' };
  const phase = asWorkloadPhase(worst.phase);
  const told = sentence(worst);
  const says = told === undefined ? undefined : cutText(told, SENTENCE_MAX);
  return present({
    phase,
    says,
    saysOf: says === undefined ? undefined : worst.name,
    owner: ownerOf(worst.phase),
  });
}

function ownerOf(phase: StagePhase): Verdict['owner'] {
  return phase.kind === 'misconfigured' || phase.kind === 'failed'
    ? phase.owner
    : undefined;
}

function badness(phase: StagePhase): number {
  return WORKLOAD_PHASES.indexOf(asWorkloadPhase(phase));
}

function asWorkloadPhase(phase: StagePhase): WorkloadPhase {
  switch (phase.kind) {
    case 'failed':
    case 'misconfigured':
    case 'unknown':
    case 'running':
    case 'waiting':
    case 'ready':
      return phase.kind;
    case 'skipped':
      return 'ready';
    case 'planned':
      return 'waiting';
    default:
      return assertNever(phase);
  }
}

function sentence({ title, phase }: StageView): string | undefined {
  switch (phase.kind) {
    case 'failed':
      return phase.stillServing
        ? `${title}: ${phase.says}; still serving ${phase.stillServing}`
        : `${title}: ${phase.says}`;
    case 'misconfigured':
      return `${title}: ${phase.says}`;
    case 'unknown':
      return `${title}: ${phase.says ?? 'cannot be read'}`;
    case 'running': {
      const step = phase.step ? `step ${phase.step}` : undefined;
      const parts = [phase.says, step].filter(Boolean).join(', ');
      return `${title}: ${parts || 'at work'}`;
    }
    case 'waiting':
      return `${title} waits for ${stageTitle(phase.for)}`;
    case 'planned':
      return `${title} is planned, but not reached yet`;
    case 'skipped':
    case 'ready':
      return undefined;
    default:
      return assertNever(phase);
  }
}
