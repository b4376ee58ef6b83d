import type {
  LogMessage,
  ObjectRef,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { NotFound } from '../clusters/errors/NotFound';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import type { Sight } from '../service/Sight';
import type { ContainerLogs } from './ContainerLogs';
import { LogsGone } from './errors/LogsGone';
import { hasLog } from './hasLog';
import type { LoggedSteps } from './LoggedSteps';
import type { LoggedWhat } from './LoggedWhat';
import type { LogFollowRequest, LogReader, LogTextRequest } from './LogReader';
import type { LogSource } from './LogSource';
import { parsePlace } from './parsePlace';
import { REST_GONE } from './REST_GONE';
import { StepLogFollower } from './StepLogFollower';
import { withHeadings } from './withHeadings';

/** Logs out of the pods of whatever runs in steps. */
export class StepLogReader<Of extends ObjectRef>
  implements LogReader<Sight, Of>
{
  constructor(
    private readonly options: {
      readonly what: LoggedWhat;
      readonly sourceOf: (of: Of, as: Sight) => LogSource;
      readonly look: (
        of: Of,
        as: Sight,
        source: LogSource,
      ) => Promise<LoggedSteps>;
      readonly api: Pick<KubernetesApi, 'log'>;
      readonly containers: ContainerLogs;
    },
  ) {}

  async text(
    ref: Of,
    { step, timestamps }: LogTextRequest,
    as: Sight,
  ): Promise<AsyncIterable<Uint8Array>> {
    const source = this.options.sourceOf(ref, as);
    const { api = this.options.api } = source;
    const logged = await this.options.look(ref, as, source);
    this.#checkStep(logged, step, ref);
    const readable = logged.steps
      .filter(each => step === undefined || each.name === step)
      .filter(each => hasLog(each) && logged.target(each.name) !== 'later');
    if (readable.every(({ name }) => logged.target(name) === 'gone')) {
      throw logged.nothing(step);
    }

    const open = (each: StepView) =>
      this.#open(ref, logged, each.name, timestamps, api, as.signal);
    const [first, ...rest] = readable;
    // Begun before the answer is: what is refused becomes a status and not a cut body.
    const begun = first && { name: first.name, bytes: await open(first) };
    if (step !== undefined && begun) return begun.bytes;
    return withHeadings(begun, rest, open);
  }

  async follow(
    ref: Of,
    { step, from }: LogFollowRequest,
    as: Sight,
  ): Promise<AsyncIterable<LogMessage>> {
    const place = parsePlace(from);
    const { containers, look, sourceOf, what } = this.options;
    const source = sourceOf(ref, as);
    this.#checkStep(await look(ref, as, source), step, ref);
    const follower = new StepLogFollower(
      {
        ...{ containers, source, ref, step, what },
        look: () => look(ref, as, source),
        signal: as.signal,
      },
      place,
    );
    return follower.messages();
  }

  #checkStep(
    { all, steps }: LoggedSteps,
    step: string | undefined,
    ref: ObjectRef,
  ): void {
    if (step === undefined || !all || steps.length === 0) return;
    if (!steps.some(({ name }) => name === step)) {
      throw new NoSuchObject(`Step ${step} of ${this.options.what}`, ref);
    }
  }

  async #open(
    ref: Of,
    logged: LoggedSteps,
    step: string,
    timestamps: boolean,
    api: Pick<KubernetesApi, 'log'>,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>> {
    const target = logged.target(step);
    if (typeof target === 'string') return lineOf(REST_GONE);
    const { cluster, namespace } = ref;
    try {
      return await api.log(
        { cluster, namespace, ...target, timestamps },
        signal,
      );
    } catch (error) {
      throw error instanceof NotFound
        ? new LogsGone(ref, this.options.what)
        : error;
    }
  }
}

async function* lineOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(`${text}\n`);
}
