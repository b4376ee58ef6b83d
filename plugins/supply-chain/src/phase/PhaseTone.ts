import type {
  BuildPhase,
  StagePhase,
  StepView,
  WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Every phase of a stage, a workload, a build and a step that has a word of its own. */
export type PhaseKind =
  | StagePhase['kind']
  | WorkloadPhase
  | BuildPhase['kind']
  | StepView['state'];

/** What a phase looks like: one shape and one colour each. Several phases share a look, never a word. */
export type PhaseTone =
  | 'ok'
  | 'bad'
  | 'warn'
  | 'busy'
  | 'idle'
  | 'skipped'
  | 'unknown';

export const PHASE_TONES: Readonly<Record<PhaseKind, PhaseTone>> = {
  ready: 'ok',
  succeeded: 'ok',
  failed: 'bad',
  rejected: 'bad',
  misconfigured: 'warn',
  unmatched: 'warn',
  stuck: 'warn',
  running: 'busy',
  finishing: 'busy',
  queued: 'idle',
  waiting: 'idle',
  planned: 'idle',
  'not-run': 'idle',
  skipped: 'skipped',
  unknown: 'unknown',
};

/** A phase by its name; names of a newer backend are `unknown`. */
export function phaseKind(name: string): PhaseKind {
  return Object.hasOwn(PHASE_TONES, name) ? (name as PhaseKind) : 'unknown';
}
