import type {
  LogCursor,
  LogMessage,
  ObjectRef,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Dirty } from '../clock/Dirty';
import { NotFound } from '../clusters/errors/NotFound';
import { Unavailable } from '../service/errors/Unavailable';
import type { ContainerLogs } from './ContainerLogs';
import { LogsGone } from './errors/LogsGone';
import { hasLog } from './hasLog';
import { interleave } from './interleave';
import type { LoggedSteps } from './LoggedSteps';
import type { LoggedWhat } from './LoggedWhat';
import type { LogSource } from './LogSource';
import type { LogTarget } from './LogTarget';
import { noticeMessage } from './noticeMessage';
import { StepMessages } from './StepMessages';

/** Characters of one answer. The client comes back with its cursor: no connection carries a log for ever. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

interface FollowerOptions {
  /** Reads anew what there is to follow. */
  readonly look: () => Promise<LoggedSteps>;
  readonly containers: ContainerLogs;
  readonly source: LogSource;
  readonly ref: ObjectRef;
  readonly what: LoggedWhat;
  /** Only this one. */
  readonly step: string | undefined;
  readonly signal: AbortSignal;
}

/** A step that can be read now. */
type Readable = { readonly step: string } & Pick<
  LogTarget,
  'pod' | 'container'
>;

/** Follows one build or run for one viewer: its steps one after the other, each from its shared log. */
export class StepLogFollower {
  readonly #options: FollowerOptions;
  readonly #changed = new Dirty();
  /** Steps whose log has been told to its end. */
  readonly #done = new Set<string>();
  /** Of each pod, by its name. */
  readonly #uids = new Map<string, string>();
  #resume: LogCursor | undefined;
  #told: string | undefined;
  #last: LoggedSteps | undefined;
  #sent = 0;

  constructor(options: FollowerOptions, from: LogCursor | undefined) {
    this.#options = options;
    this.#resume = from;
  }

  async *messages(): AsyncGenerator<LogMessage> {
    const { ref, source, signal } = this.#options;
    const unsubscribe = source.states.onChange(ref.cluster, ref.namespace, () =>
      this.#changed.mark(),
    );
    try {
      for (;;) {
        await this.#changed.taken(signal);
        let logged = yield* this.#look();
        for (
          let readable = this.#next(logged);
          readable !== undefined;
          readable = this.#next(logged)
        ) {
          yield* this.#read(readable);
          if (this.#sent > LONGEST_ANSWER) {
            yield { type: 'end', resume: true };
            return;
          }
          logged = yield* this.#look();
        }
        if (this.#isOver(logged)) break;
      }
      yield { type: 'end', resume: false };
    } finally {
      unsubscribe();
    }
  }

  /** Reads anew, and tells the steps when they have changed. */
  async *#look(): AsyncGenerator<LogMessage, LoggedSteps> {
    const logged = await this.#looked();
    this.#last = logged;
    const steps = JSON.stringify(logged.steps);
    if (steps !== this.#told) {
      this.#told = steps;
      yield { type: 'steps', steps: [...logged.steps] };
    }
    yield* this.#begunAgain(logged);
    this.#passBy(logged);
    yield* this.#passGone(logged);
    return logged;
  }

  /** What is being read anew, because it was not looked at for a while, is as it was until it has been read. */
  async #looked(): Promise<LoggedSteps> {
    try {
      return await this.#options.look();
    } catch (error) {
      const isComing =
        error instanceof Unavailable && error.problem.because === 'loading';
      if (isComing && this.#last) return this.#last;
      throw error;
    }
  }

  /** A pod that was made anew under the same name writes its log anew. */
  async *#begunAgain(logged: LoggedSteps): AsyncGenerator<LogMessage> {
    const { ref, source } = this.#options;
    const again = new Set<string>();
    for (const { name } of logged.steps) {
      const target = logged.target(name);
      if (typeof target === 'string') continue;
      const uid = source.states.uid(ref.cluster, ref.namespace, target.pod);
      const before = this.#uids.get(target.pod);
      if (uid && before && uid !== before) again.add(target.pod);
      if (again.has(target.pod)) {
        this.#done.delete(name);
        if (this.#resume?.step === name) this.#resume = undefined;
      }
    }
    for (const { name } of logged.steps) {
      const target = logged.target(name);
      if (typeof target === 'string') continue;
      const { pod } = target;
      const uid = source.states.uid(ref.cluster, ref.namespace, pod);
      if (uid) this.#uids.set(pod, uid);
      if (!again.has(pod) || !this.#isWanted(name)) continue;
      again.delete(pod);
      yield noticeMessage(name, { kind: 'gap', because: 'begun-again' });
    }
  }

  /** Steps before the one that the viewer comes back to have been told. */
  #passBy({ steps }: LoggedSteps): void {
    const index = steps.findIndex(({ name }) => name === this.#resume?.step);
    for (const { name } of steps.slice(0, Math.max(0, index))) {
      this.#done.add(name);
    }
  }

  /** Where there is more than one pod, one that is gone does not keep the logs of others back. */
  async *#passGone(logged: LoggedSteps): AsyncGenerator<LogMessage> {
    const isGone = ({ name }: StepView) => logged.target(name) === 'gone';
    const wanted = logged.steps.filter(({ name }) => this.#isWanted(name));
    if (wanted.every(isGone)) return;
    const left = this.#left(logged);
    for (const { name } of left.filter(isGone)) {
      yield noticeMessage(name, { kind: 'gap', because: 'pod-gone' });
      this.#done.add(name);
    }
  }

  #isWanted(name: string): boolean {
    const { step } = this.#options;
    return step === undefined || name === step;
  }

  /** What is still to be told. */
  #left({ steps }: LoggedSteps): readonly StepView[] {
    return steps.filter(
      ({ name, state }) =>
        this.#isWanted(name) && state !== 'not-run' && !this.#done.has(name),
    );
  }

  /** The step to read now: never one before which another has still to begin. */
  #next(logged: LoggedSteps): Readable | undefined {
    const [first] = this.#left(logged);
    if (!first || !hasLog(first)) return undefined;
    const target = logged.target(first.name);
    return typeof target === 'string'
      ? undefined
      : { step: first.name, ...target };
  }

  /** Nothing more will come. Throws why when there would have been something. */
  #isOver(logged: LoggedSteps): boolean {
    const { step } = this.#options;
    const left = this.#left(logged);
    const isKnown = logged.all || step !== undefined;
    const some = logged.steps.some(({ name }) => this.#isWanted(name));
    if (isKnown && some && left.length === 0) return true;
    if (!logged.over) return false;
    if (left.some(({ name }) => logged.target(name) === 'gone')) {
      throw logged.nothing(step);
    }
    return true;
  }

  /** One step until its log ends, with news of the steps between the lines. */
  async *#read({ step, pod, container }: Readable): AsyncGenerator<LogMessage> {
    const { containers, ref, source, what, signal: all } = this.#options;
    const place = this.#resume?.step === step ? this.#resume : undefined;
    this.#resume = undefined;
    const { cluster, namespace } = ref;
    const uid = this.#uids.get(pod);
    const { log, release } = containers.open(
      { cluster, namespace, pod, uid, container },
      source,
    );
    const leaving = new AbortController();
    const signal = AbortSignal.any([all, leaving.signal]);
    const messages = new StepMessages(step, place);
    const batches = log.entries(place, signal);
    const before = this.#sent;
    try {
      for await (const news of interleave(batches, this.#changed, signal)) {
        if (news === 'changed') {
          yield* this.#look();
          // What is read is of a pod that is gone; the one that has its name now is told anew.
          if (uid && this.#uids.get(pod) !== uid) return;
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
      if (this.#sent === before && !place) throw new LogsGone(ref, what);
      yield noticeMessage(step, { kind: 'gap', because: 'pod-gone' });
    } finally {
      leaving.abort();
      release();
    }
    this.#done.add(step);
    yield { type: 'step-end', step };
  }
}
