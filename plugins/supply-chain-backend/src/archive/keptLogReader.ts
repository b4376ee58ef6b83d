import type {
  ArchivedBecause,
  LogGapCause,
  LogMessage,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ContainerLogs } from '../logs/ContainerLogs';
import { loggedBuild } from '../logs/loggedBuild';
import type { LogReader } from '../logs/LogReader';
import { StepLogReader } from '../logs/StepLogReader';
import type { Sight } from '../service/Sight';
import type { ArchivedContainers } from './ArchivedContainers';
import type { ArchivedLog } from './ArchivedLog';
import type { KeptBuild } from './KeptBuild';
import { viewAtEnd } from './viewAtEnd';

/** Reads the logs of one archived build as those of a build whose pod is there; says why it is the archive that is read. */
export function keptLogReader(
  { build, logs, places }: KeptBuild,
  because: ArchivedBecause,
  archived: {
    readonly containers: ContainerLogs;
    readonly source: ArchivedContainers;
  },
): LogReader<Sight> {
  const view = viewAtEnd(build.view);
  const asRead = {
    ...view,
    // What is a pod's name there is the uid of a build here.
    pod: { name: build.uid, present: true },
    phase: { kind: 'succeeded' as const },
  };
  const logged = loggedBuild(asRead);
  const { containers, source } = archived;
  const reader = new StepLogReader<ObjectRef>({
    ...{ what: 'build', api: source, containers },
    sourceOf: () => ({ states: source }),
    look: async () => ({
      ...logged,
      target(step) {
        const place = places?.get(step);
        return place
          ? { pod: place.uid, container: place.container }
          : logged.target(step);
      },
    }),
  });
  return {
    text: (ref, request, as) => reader.text(ref, request, everybodys(as)),
    follow: async (ref, request, as) =>
      withNotes(
        await reader.follow(ref, request, everybodys(as)),
        logs,
        because === 'cluster-unreachable' || because === 'cluster-loading'
          ? { because, cluster: build.cluster }
          : { because },
      ),
  };
}

/** The archive holds nothing of clusters that are read with own tokens. */
function everybodys({ personal: _personal, ...as }: Sight): Sight {
  return as;
}

const MISSING = {
  'pod-gone': 'The pod was deleted before this log was read to its end',
  refused: 'The cluster did not let Backstage read this log',
  'too-long': 'Only the beginning of this very long log is kept',
  unreadable: 'The node could not find this log when it was asked for',
} as const;

const GAP: { readonly [because: string]: LogGapCause } = {
  'pod-gone': 'pod-gone',
};

/** Says of each step, before its first line, that it comes from the archive, and after its last what is missing. */
async function* withNotes(
  messages: AsyncIterable<LogMessage>,
  logs: readonly ArchivedLog[],
  why: { readonly because: ArchivedBecause; readonly cluster?: string },
): AsyncGenerator<LogMessage> {
  const noted = new Set<string>();
  for await (const message of messages) {
    if (!('step' in message) || message.step === undefined) {
      yield message;
      continue;
    }
    const { step } = message;
    const log = logs.find(({ container }) => container === step);
    if (log && !noted.has(step)) {
      noted.add(step);
      const at = new Date(log.archivedAt).toISOString();
      const { completeness } = log;
      yield { type: 'archived', step, at, completeness, ...why };
    }
    // What is missing of it is said at its end, and why: a place that was told by the pod may not be in the archive.
    const isIncomplete = log?.completeness.kind === 'incomplete';
    if (message.type === 'gap' && isIncomplete) continue;
    if (message.type === 'step-end') yield* missing(step, log);
    yield message;
  }
}

function* missing(
  step: string,
  log: ArchivedLog | undefined,
): Generator<LogMessage> {
  if (!log) {
    yield { type: 'gap', step, says: 'This log is not in the archive' };
    return;
  }
  const { completeness } = log;
  if (completeness.kind === 'complete') return;
  const because = GAP[completeness.because];
  yield {
    ...{ type: 'gap', step, says: MISSING[completeness.because] },
    ...(because ? { because } : {}),
  };
}
