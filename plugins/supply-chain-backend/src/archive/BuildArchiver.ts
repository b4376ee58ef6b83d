import type { LogArchive } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Clock } from '../clock/Clock';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { ContainerStates } from '../logs/ContainerStates';
import type { ArchiveHealth } from './ArchiveHealth';
import type { ArchivedBuild, BuildKey } from './ArchivedBuild';
import type { ArchivedLog } from './ArchivedLog';
import type { ArchiveIndex } from './ArchiveIndex';
import type { BuildClaims } from './BuildClaims';
import type { AtHand } from './AtHand';
import { dueLogs, type DueLog } from './dueLogs';
import type { ToArchive } from './ToArchive';
import { viewAtEnd } from './viewAtEnd';
import { whileClaimed } from './whileClaimed';
import { withKeptSteps } from './withKeptSteps';
import { readContainerLog } from './readContainerLog';

/** Milliseconds until a log is asked for again that the cluster refused: rights are given by people. */
const REFUSED_AGAIN_MS = 10 * 60_000;

/** What came of looking at a build. */
export type Archived =
  /** Nothing more is wanted of it, ever. */
  | { readonly kind: 'settled'; readonly uid: string }
  /** Nothing to do until something of it changes. */
  | { readonly kind: 'waits' }
  /** The live copy does not know enough of the cluster now. */
  | { readonly kind: 'unsure' }
  | { readonly kind: 'again'; readonly afterMs: number };

const WAITS: Archived = { kind: 'waits' };

/** Archives what there is of one build or run to archive now: logs of containers that have ended, and the build when it is over. */
export class BuildArchiver {
  constructor(
    private readonly options: {
      readonly things: Pick<ToArchive, 'find' | 'resource'>;
      readonly states: ContainerStates;
      readonly api: Pick<KubernetesApi, 'log'>;
      readonly archive: LogArchive;
      readonly index: ArchiveIndex;
      readonly claims: BuildClaims;
      readonly health: ArchiveHealth;
      readonly clock: Clock;
      /** Bytes of one log at most. */
      readonly maxLogBytes: number;
      /** Milliseconds: a build that ended longer ago is not wanted any more. */
      readonly maxAgeMs: number;
    },
  ) {}

  /** Throws what the database, the archive or the cluster fail with: whatever was kept until then stays. */
  async archive(
    ref: { cluster: string; namespace: string; name: string },
    signal: AbortSignal,
  ): Promise<Archived> {
    const { clock, maxAgeMs, things } = this.options;
    const found = things.find(ref);
    switch (found.kind) {
      case 'unknown':
        return { kind: 'unsure' };
      case 'nobodys':
        return WAITS;
      case 'deleted':
        return this.#settleDeleted(ref, signal);
      default:
    }
    const { build } = found;
    if (build.isOver && build.endedAt < clock.now() - maxAgeMs) {
      return { kind: 'settled', uid: build.uid };
    }
    if (!build.isOver && this.#due(build, []).length === 0) return WAITS;
    return this.#claimed(build, signal, life =>
      this.#archive(build, ref, life),
    );
  }

  async #archive(
    build: AtHand,
    ref: { cluster: string; namespace: string; name: string },
    signal: AbortSignal,
  ): Promise<Archived> {
    const { index, things } = this.options;
    const state = await index.stateOf(build, signal);
    if (state === 'settled') return { kind: 'settled', uid: build.uid };

    const kept = await index.logs(build, signal);
    const due = this.#due(build, kept);
    // Before its logs: a log without its build would be nobody's. While its pod tells of it, each time: a step of which there
    // is a log has run.
    const isNew = state === 'absent' && (due.length > 0 || build.isOver);
    if (isNew || (build.pod && due.length > 0)) {
      await index.remember(recordOf(build, false), signal);
    }
    let isRefused = false;
    for (const log of due) {
      const before = kept.find(each => each.container === log.container);
      const { completeness } = await this.#keep(build, log, before, signal);
      isRefused ||=
        completeness.kind === 'incomplete' &&
        completeness.because === 'refused';
    }
    // What happened meanwhile: it may be over now, or its pod gone.
    const now = things.find(ref);
    if (now.kind !== 'here' || now.build.uid !== build.uid) {
      return { kind: 'again', afterMs: 0 };
    }
    if (isRefused && now.build.pod) {
      return { kind: 'again', afterMs: REFUSED_AGAIN_MS };
    }
    if (!now.build.isOver) return WAITS;
    const left = this.#due(now.build, await index.logs(build, signal));
    if (left.length > 0) return { kind: 'again', afterMs: 1_000 };
    if (now.build.isEnding) return WAITS;
    const before = now.build.pod ? undefined : await index.find(build, signal);
    const view = withKeptSteps(
      now.build.view,
      before?.view,
      await index.logs(build, signal),
    );
    await index.remember(recordOf({ ...now.build, view }, true), signal);
    return { kind: 'settled', uid: build.uid };
  }

  #due(build: AtHand, kept: readonly ArchivedLog[]): readonly DueLog[] {
    return dueLogs(build, kept, this.options.states);
  }

  async #keep(
    build: Pick<AtHand, 'cluster' | 'namespace' | 'uid' | 'pod'>,
    { container, inPod, how }: DueLog,
    before: ArchivedLog | undefined,
    signal: AbortSignal,
  ): Promise<ArchivedLog> {
    const { api, archive, clock, health, index, maxLogBytes } = this.options;
    const { cluster, namespace, pod } = build;
    const key = { cluster, namespace, build: build.uid, container };
    const measured =
      how === 'missed' || !pod
        ? 'pod-gone'
        : await readContainerLog(
            { api, clock },
            {
              ...{ cluster, namespace, container: inPod, pod: pod.name },
              follow: how === 'follow',
            },
            maxLogBytes,
            signal,
          );
    // A part of a log, read before the connection was lost, is better than none.
    if (typeof measured === 'string' && before && before.bytes > 0) {
      return before;
    }
    const log =
      typeof measured === 'string'
        ? nothingOf(measured)
        : {
            storedBytes: await archive.write(key, measured.bytes(), signal),
            ...measured.measure(),
            completeness: measured.completeness,
          };
    const kept: ArchivedLog = {
      ...log,
      container,
      podUid: pod?.uid,
      archivedAt: clock.now(),
    };
    await index.keep(build, kept, signal);
    health.worked();
    return kept;
  }

  /** The Build is gone, and its pod with it: what is archived is all that there will be. */
  async #settleDeleted(
    ref: { cluster: string; namespace: string; name: string },
    signal: AbortSignal,
  ): Promise<Archived> {
    const { index, things } = this.options;
    const { resource } = things;
    const known = await index.named({ ...ref, resource }, signal);
    if (!known) return WAITS;
    if (known.settled) return { kind: 'settled', uid: known.uid };
    return this.#claimed(known, signal, async life => {
      const kept = await index.logs(known, life);
      const build = {
        ...{ ...known, pod: undefined, isOver: true, isEnding: false },
        containerOf: (step: string) => step,
      };
      for (const log of dueLogs(build, kept, this.options.states)) {
        await this.#keep(build, log, undefined, life);
      }
      const view = viewAtEnd(known.view);
      await index.remember({ ...known, view, settled: true }, life);
      return { kind: 'settled', uid: known.uid };
    });
  }

  async #claimed(
    key: BuildKey,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Archived>,
  ): Promise<Archived> {
    const { claims, clock } = this.options;
    const result = await whileClaimed({ claims, clock, key }, signal, work);
    return result.isOurs
      ? result.value
      : { kind: 'again', afterMs: result.othersForMs };
  }
}

function nothingOf(because: 'pod-gone' | 'refused' | 'unreadable') {
  return {
    ...{ bytes: 0, storedBytes: 0, lines: 0 },
    sha256: EMPTY_SHA256,
    ...{ firstAt: undefined, lastAt: undefined },
    completeness: { kind: 'incomplete' as const, because },
  };
}

/** Of no bytes. */
const EMPTY_SHA256 =
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function recordOf(build: AtHand, settled: boolean): ArchivedBuild {
  const { cluster, namespace, uid, name, image, subject, view } = build;
  const { endedAt, resource, whole } = build;
  return {
    ...{ cluster, namespace, uid, resource, name, image, subject, whole },
    view: settled ? viewAtEnd(view) : view,
    ...{ settled, endedAt },
  };
}
