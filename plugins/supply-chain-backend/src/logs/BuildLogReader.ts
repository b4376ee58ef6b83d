import type {
  BuildView,
  LogMessage,
  ObjectRef,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { NotFound } from '../clusters/errors/NotFound';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import type { Sight } from '../service/Sight';
import type { SupplyChainReader } from '../service/SupplyChainReader';
import { BuildLogFollower } from './BuildLogFollower';
import type { ContainerLogs } from './ContainerLogs';
import type { ContainerStates } from './ContainerStates';
import { LogsGone } from './errors/LogsGone';
import { LogsWaiting } from './errors/LogsWaiting';
import { hasLog } from './hasLog';
import { logSourceOf } from './logSourceOf';
import type { LogFollowRequest, LogReader, LogTextRequest } from './LogReader';
import { parsePlace } from './parsePlace';
import { podToRead } from './podToRead';
import { withHeadings } from './withHeadings';

/** Logs of builds out of their pods. */
export class BuildLogReader implements LogReader<Sight> {
  constructor(
    private readonly options: {
      readonly reader: Pick<SupplyChainReader<Sight>, 'build'>;
      readonly api: Pick<KubernetesApi, 'log'>;
      readonly containers: ContainerLogs;
      readonly states: ContainerStates;
    },
  ) {}

  async text(
    ref: ObjectRef,
    { step, timestamps }: LogTextRequest,
    as: Sight,
  ): Promise<AsyncIterable<Uint8Array>> {
    const build = await this.options.reader.build(ref, as);
    const pod = podToRead(build);
    const steps = build.steps.filter(
      each => step === undefined || each.name === step,
    );
    if (step !== undefined && build.steps.length > 0 && steps.length === 0) {
      throw new NoSuchObject(`Step ${step} of build`, ref);
    }
    const readable = steps.filter(hasLog);
    if (!pod || readable.length === 0) throw nothingYet(build, step);

    const open = (each: StepView) =>
      this.#open(ref, pod, each.name, timestamps, as);
    const [first, ...rest] = readable;
    // Begun before the answer is: what is refused becomes a status and not a cut body.
    const begun = first && { name: first.name, bytes: await open(first) };
    if (step !== undefined && begun) return begun.bytes;
    return withHeadings(begun, rest, open);
  }

  async follow(
    ref: ObjectRef,
    { step, from }: LogFollowRequest,
    as: Sight,
  ): Promise<AsyncIterable<LogMessage>> {
    const place = parsePlace(from);
    const build = await this.options.reader.build(ref, as);
    const known = build.steps.some(each => each.name === step);
    if (step !== undefined && build.steps.length > 0 && !known) {
      throw new NoSuchObject(`Step ${step} of build`, ref);
    }
    const follower = new BuildLogFollower(
      {
        ...this.options,
        source: logSourceOf(as, ref.cluster),
        ...{ ref, step, as },
      },
      place,
    );
    return follower.messages();
  }

  async #open(
    ref: ObjectRef,
    pod: string,
    container: string,
    timestamps: boolean,
    as: Sight,
  ): Promise<AsyncIterable<Uint8Array>> {
    const { cluster, namespace } = ref;
    try {
      const { api } = as.personal?.source(cluster) ?? this.options;
      return await api.log(
        { cluster, namespace, pod, container, timestamps },
        as.signal,
      );
    } catch (error) {
      throw error instanceof NotFound ? new LogsGone(ref) : error;
    }
  }
}

function nothingYet(build: BuildView, step: string | undefined): Error {
  switch (build.phase.kind) {
    case 'queued':
    case 'running':
    case 'finishing':
    case 'stuck':
      return new LogsWaiting(build.ref, step);
    default:
      return build.pod?.present && step !== undefined
        ? new NoSuchObject(
            `Log of step ${step}, which did not run, of build`,
            build.ref,
          )
        : new LogsGone(build.ref);
  }
}
