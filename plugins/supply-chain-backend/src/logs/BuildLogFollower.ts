import type {
  BuildView,
  LogCursor,
  LogMessage,
  ObjectRef,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Dirty } from '../clock/Dirty';
import { NotFound } from '../clusters/errors/NotFound';
import type { Sight } from '../service/Sight';
import type { SupplyChainReader } from '../service/SupplyChainReader';
import type { ContainerLogs } from './ContainerLogs';
import type { ContainerStates } from './ContainerStates';
import { LogsGone } from './errors/LogsGone';
import { hasLog } from './hasLog';
import { interleave } from './interleave';
import { isOver } from './isOver';
import type { LogSource } from './LogSource';
import { noticeMessage } from './noticeMessage';
import { podToRead } from './podToRead';
import { StepMessages } from './StepMessages';

/** Characters of one answer. The client comes back with its cursor: no connection carries a log for ever. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

interface FollowerOptions {
  readonly reader: Pick<SupplyChainReader<Sight>, 'build'>;
  readonly containers: ContainerLogs;
  /** Of everybody's clusters. */
  readonly states: ContainerStates;
  /** Where the cluster is read with the viewer's own token. */
  readonly source: LogSource | undefined;
  readonly ref: ObjectRef;
  /** Only this one. */
  readonly step: string | undefined;
  readonly as: Sight;
}

/** Follows one build for one viewer: its steps one after the other, each from its shared log. */
export class BuildLogFollower {
  readonly #options: FollowerOptions;
  readonly #changed = new Dirty();
  /** Steps whose log has been told to its end. */
  readonly #done = new Set<string>();
  #resume: LogCursor | undefined;
  #told: string | undefined;
  #uid: string | undefined;
  #sent = 0;

  constructor(options: FollowerOptions, from: LogCursor | undefined) {
    this.#options = options;
    this.#resume = from;
  }

  get #states(): ContainerStates {
    const { source, states } = this.#options;
    return source?.states ?? states;
  }

  async *messages(): AsyncGenerator<LogMessage> {
    const { ref, as } = this.#options;
    const unsubscribe = this.#states.onChange(ref.cluster, ref.namespace, () =>
      this.#changed.mark(),
    );
    try {
      for (;;) {
        await this.#changed.taken(as.signal);
        let build = yield* this.#look();
        for (
          let step = this.#next(build);
          step !== undefined;
          step = this.#next(build)
        ) {
          yield* this.#read(build, step);
          if (this.#sent > LONGEST_ANSWER) {
            yield { type: 'end', resume: true };
            return;
          }
          build = yield* this.#look();
        }
        if (this.#isOver(build)) break;
      }
      yield { type: 'end', resume: false };
    } finally {
      unsubscribe();
    }
  }

  /** Reads the build anew, and tells its steps when they have changed. */
  async *#look(): AsyncGenerator<LogMessage, BuildView> {
    const { reader, ref, as } = this.#options;
    const build = await reader.build(ref, as);
    const steps = JSON.stringify(build.steps);
    if (steps !== this.#told) {
      this.#told = steps;
      yield { type: 'steps', steps: build.steps };
    }
    const uid =
      build.pod && this.#states.uid(ref.cluster, ref.namespace, build.pod.name);
    if (uid && this.#uid && uid !== this.#uid) {
      this.#done.clear();
      this.#resume = undefined;
      const first = this.#wanted(build)[0];
      const gap = { kind: 'gap', because: 'begun-again' } as const;
      if (first) yield noticeMessage(first.name, gap);
    }
    this.#uid = uid ?? this.#uid;
    this.#passBy(build);
    return build;
  }

  /** Steps before the one that the viewer comes back to have been told. */
  #passBy({ steps }: BuildView): void {
    const index = steps.findIndex(({ name }) => name === this.#resume?.step);
    for (const { name } of steps.slice(0, Math.max(0, index))) {
      this.#done.add(name);
    }
  }

  #wanted({ steps }: BuildView): readonly StepView[] {
    const { step } = this.#options;
    return steps.filter(({ name }) => step === undefined || name === step);
  }

  /** The step to read now: never one before which another has still to begin. */
  #next(build: BuildView): string | undefined {
    if (podToRead(build) === undefined) return undefined;
    const first = this.#wanted(build).find(
      step => step.state !== 'not-run' && !this.#done.has(step.name),
    );
    return first && hasLog(first) ? first.name : undefined;
  }

  /** Nothing more will come. Throws `LogsGone` when there would have been something. */
  #isOver(build: BuildView): boolean {
    const wanted = this.#wanted(build);
    const left = wanted.filter(
      step => step.state !== 'not-run' && !this.#done.has(step.name),
    );
    if (wanted.length > 0 && left.length === 0) return true;
    if (!isOver(build)) return false;
    if (podToRead(build) === undefined && left.length > 0) {
      throw new LogsGone(build.ref);
    }
    return true;
  }

  /** One step until its log ends, with news of the steps between the lines. */
  async *#read(build: BuildView, step: string): AsyncGenerator<LogMessage> {
    const { containers, ref, source, as } = this.#options;
    const place = this.#resume?.step === step ? this.#resume : undefined;
    this.#resume = undefined;
    const { log, release } = containers.open(
      {
        cluster: ref.cluster,
        namespace: ref.namespace,
        pod: podToRead(build) ?? '',
        uid: this.#uid,
        container: step,
      },
      source,
    );
    const leaving = new AbortController();
    const signal = AbortSignal.any([as.signal, leaving.signal]);
    const messages = new StepMessages(step, place);
    const batches = log.entries(place, signal);
    const before = this.#sent;
    try {
      for await (const news of interleave(batches, this.#changed, signal)) {
        if (news === 'changed') {
          yield* this.#look();
          continue;
        }
        for (const message of messages.of(news.item)) {
          if (message.type === 'lines') this.#sent += message.text.length;
          yield message;
        }
        if (this.#sent > LONGEST_ANSWER) return;
      }
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      if (this.#sent === before && !place) throw new LogsGone(ref);
      yield noticeMessage(step, { kind: 'gap', because: 'pod-gone' });
    } finally {
      leaving.abort();
      release();
    }
    this.#done.add(step);
    yield { type: 'step-end', step };
  }
}
