import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type { KeptBuilds } from './KeptBuilds';
import type { LogKeeping } from './LogKeeping';

/** Milliseconds that a page waits for a word beside much else. The database answers in some; one that is down, never. */
const PATIENCE_MS = 500;

/** Milliseconds that an answer is good: pages are told anew at every change, and what is archived stays so for weeks. */
const FRESH_MS = 60_000;

/** Answers kept at most: two an image, of more images than are looked at in a minute. */
const MOST = 1_000;

interface Answer {
  readonly askedAt: number;
  keeps: boolean | undefined;
  readonly done: Promise<void>;
}

/** Asks the archive, once a minute for everybody who looks at the same image. */
export class KeptLogs implements LogKeeping {
  readonly #answers = new Map<string, Answer>();

  constructor(
    private readonly kept: Pick<KeptBuilds, 'named'>,
    private readonly clock: Clock,
    /** Of the archive: what was asked for everybody ends with it. */
    private readonly life: AbortSignal,
  ) {}

  async keeps(
    build: ObjectRef,
    signal: AbortSignal,
  ): Promise<boolean | undefined> {
    signal.throwIfAborted();
    const answer = this.#answer(build);
    const over = new AbortController();
    const late = this.clock
      .sleep(PATIENCE_MS, AbortSignal.any([signal, over.signal]))
      .catch(() => undefined);
    await Promise.race([answer.done, late]);
    over.abort();
    signal.throwIfAborted();
    return answer.keeps;
  }

  #answer(build: ObjectRef): Answer {
    const key = [build.cluster, build.namespace, build.name].join('/');
    const now = this.clock.now();
    const before = this.#answers.get(key);
    if (before && now - before.askedAt < FRESH_MS) return before;
    this.#answers.delete(key);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size >= MOST && oldest !== undefined)
      this.#answers.delete(oldest);
    const asked = this.kept.named(build, this.life);
    const answer: Answer = {
      askedAt: now,
      // What was true a minute ago stands until the database has answered.
      keeps: before?.keeps,
      done: asked.then(
        found => {
          answer.keeps = found?.settled === true;
        },
        () => {
          answer.keeps = undefined;
        },
      ),
    };
    this.#answers.set(key, answer);
    return answer;
  }
}
