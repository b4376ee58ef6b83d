import {
  assertNever,
  LONGEST_WAIT,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { asSupplyChainError } from './asSupplyChainError';
import { Aging } from './Aging';
import type { LiveEnvironment } from './LiveEnvironment';
import type { LiveEntry, LiveStore } from './LiveStore';
import type { LiveTransport } from './LiveTransport';
import { Patience } from './Patience';
import { sleep } from './sleep';
import type { StreamHealth } from './StreamHealth';
import {
  SupplyChainError,
  type SupplyChainErrorCode,
} from './SupplyChainError';
import { TopicMessages, type Taken } from './TopicMessages';

const BROKEN_OFF = 'The live connection broke off';

/**
 * ms. A stream without a first message for so long is held back by something on the way: ask instead. The same when no
 * heartbeat follows in that time (the server's comes after a second): the first message may just have filled a buffer.
 */
export const FIRST_MESSAGE = 4_000;
/** ms. The server sends a heartbeat every 15 s: two and a half of them missing is a dead connection. */
export const SILENCE = 40_000;
/** ms without contact until what is on screen is called old: a reconnect takes less. */
export const STALE_AFTER = 5_000;
/** ms. A stream that lasted for so long works; proxies that cut streams do it sooner. */
const LASTS = 20_000;
/** ms between an answer and the next question; and where something on the way does not let a question wait. */
export const POLL_PAUSE = { patient: 1_000, impatient: 3_000 } as const;
/** ms that an answer may take beyond the wait that was asked for. */
const ANSWER_TIME = 15_000;
/** ms until who was denied everything, or has too many streams, asks again; each with jitter. */
const LATER: Partial<Record<SupplyChainErrorCode, number>> = {
  denied: 60_000,
  'too-many-requests': 15_000,
};

/** What comes next: another attempt at once, or after some patience, or after so many ms. */
type Next = 'at once' | 'patience' | number;

interface LiveSessionOptions {
  readonly entries: readonly LiveEntry[];
  readonly store: LiveStore;
  readonly transport: LiveTransport;
  readonly environment: LiveEnvironment;
  readonly health: StreamHealth;
  readonly signal: AbortSignal;
}

/** Keeps some topics up to date until its signal is aborted: by a stream where it can, by asking where it cannot. */
export class LiveSession {
  private readonly aging: Aging;
  private messages: TopicMessages;
  private readonly patience: Patience;
  /** Whether questions may wait for their answer here: some proxies give up after seconds. */
  private patient = true;

  constructor(private readonly options: LiveSessionOptions) {
    const { entries, environment, store } = options;
    this.messages = new TopicMessages(store);
    this.patience = new Patience(environment);
    this.aging = new Aging(environment, () => {
      for (const { id } of entries) {
        if (!this.messages.hasSpokenOf(id)) store.age(id);
      }
    });
  }

  async run(): Promise<void> {
    const { environment, health, signal } = this.options;
    try {
      while (!signal.aborted) {
        const next = health.polls ? await this.ask() : await this.listen();
        if (signal.aborted) return;
        if (next !== 'at once' && next !== 0) {
          const ms = next === 'patience' ? this.patience.next() : next;
          await sleep(environment, ms, signal);
        }
      }
    } finally {
      this.aging.stop();
    }
  }

  /** One stream from its opening to its end. Never throws. */
  private async listen(): Promise<Next> {
    const { environment, health, signal, transport } = this.options;
    const own = new AbortController();
    const abort = () => own.abort();
    signal.addEventListener('abort', abort);
    let heard = false;
    let flows = false;
    let cancel = environment.after(FIRST_MESSAGE, abort);
    let lasted = () => {};
    let end: Taken = 'more';
    let failure: unknown;
    this.begin(STALE_AFTER);
    this.patient = true;
    try {
      for await (const message of transport.stream(this.asked(), own.signal)) {
        if (own.signal.aborted) break;
        if (!heard || flows || message.type === 'heartbeat') cancel();
        if (message.type === 'heartbeat') flows = true;
        if (flows) cancel = environment.after(SILENCE, abort);
        else if (!heard) cancel = environment.after(FIRST_MESSAGE, abort);
        if (!heard) {
          heard = true;
          lasted = environment.after(LASTS, () => {
            health.worked();
            this.patience.restore();
          });
        }
        end = this.messages.take(message);
        this.noteContact();
        if (end !== 'more') break;
      }
    } catch (error) {
      failure = error;
    } finally {
      cancel();
      lasted();
      signal.removeEventListener('abort', abort);
    }
    const silent = own.signal.aborted;
    own.abort();
    if (signal.aborted) return 'at once';
    this.begin(STALE_AFTER);
    if (end !== 'more') return this.afterEnd(end);
    if (silent) {
      health.heldBack();
      return 'at once';
    }
    if (heard) {
      health.brokeOff();
      return 'patience';
    }
    return this.afterRefusal(failure);
  }

  /** The server ended a stream, or we did as it had left something out. */
  private afterEnd(end: Exclude<Taken, 'more'>): Next {
    switch (end) {
      case 'token':
      case 'limit':
      case 'missed':
        // A server that ends every stream at once is not asked without a pause.
        return this.patience.afterFirst();
      case 'shutdown':
        return 'patience';
      case 'denied':
        return this.refuseAll(
          new SupplyChainError('denied', 'Backstage does not allow this'),
        );
      default:
        return assertNever(end);
    }
  }

  /** A stream that ended before it said anything. */
  private afterRefusal(thrown: unknown): Next {
    const { health } = this.options;
    if (thrown === undefined) {
      health.brokeOff();
      return 'patience';
    }
    const failure = asSupplyChainError(thrown, BROKEN_OFF);
    switch (failure.code) {
      case 'unauthenticated':
      case 'too-many-requests':
        return this.refuseAll(failure);
      case 'network':
        this.loseAll(failure);
        health.brokeOff();
        return 'patience';
      default:
        // Something on the way answers in place of the stream; or the backend, and then it will say so again.
        health.heldBack();
        return 'at once';
    }
  }

  /** One question and what follows from its answer. Never throws. */
  private async ask(): Promise<Next> {
    const { environment, health, signal, transport } = this.options;
    const { patient } = this;
    // The first question of a connection does not wait: what is on screen may be old.
    const knowsAll = this.options.entries.every(({ id }) =>
      this.messages.hasSpokenOf(id),
    );
    const wait = patient && knowsAll ? LONGEST_WAIT : 0;
    const own = new AbortController();
    const abort = () => own.abort();
    signal.addEventListener('abort', abort);
    const cancel = environment.after(wait + ANSWER_TIME, abort);
    this.aging.expectWithin(wait + STALE_AFTER);
    try {
      const answer = await transport.poll(this.asked(), wait, own.signal);
      if (signal.aborted) return 'at once';
      this.begin(Infinity);
      const ends = answer.map(message => this.messages.take(message));
      this.noteContact();
      this.patience.restore();
      if (ends.includes('denied')) return this.afterEnd('denied');
      return patient ? POLL_PAUSE.patient : POLL_PAUSE.impatient;
    } catch (error) {
      if (signal.aborted) return 'at once';
      this.begin(STALE_AFTER);
      if (wait > 0) {
        this.patient = false;
        return 'at once';
      }
      const failure = asSupplyChainError(error, BROKEN_OFF);
      health.nothingWorks();
      return this.refuseAll(failure);
    } finally {
      cancel();
      signal.removeEventListener('abort', abort);
    }
  }

  private asked() {
    const { entries, store } = this.options;
    return entries.map(entry => store.asked(entry));
  }

  /** Another connection: nothing was said on it yet. */
  private begin(staleAfter: number): void {
    this.messages = new TopicMessages(this.options.store);
    if (staleAfter < Infinity) this.aging.expectWithin(staleAfter);
  }

  private noteContact(): void {
    const said = this.options.entries.every(({ id }) =>
      this.messages.hasSpokenOf(id),
    );
    if (said) this.aging.stop();
  }

  private refuseAll(failure: SupplyChainError): Next {
    const { entries, environment, store } = this.options;
    if (failure.code === 'denied') {
      this.aging.stop();
      for (const { id } of entries) store.fail(id, failure);
    } else {
      this.loseAll(failure);
    }
    const later = LATER[failure.code];
    return later === undefined
      ? 'patience'
      : later * (0.75 + environment.random() / 2);
  }

  private loseAll(failure: SupplyChainError): void {
    const { entries, store } = this.options;
    for (const { id } of entries) store.lose(id, failure);
  }
}
