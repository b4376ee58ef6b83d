import type {
  LogMessage,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { Sight } from '../service/Sight';
import type { SupplyChainReader } from '../service/SupplyChainReader';
import type { ContainerLogs } from './ContainerLogs';
import type { ContainerStates } from './ContainerStates';
import { loggedBuild } from './loggedBuild';
import type { LogFollowRequest, LogReader, LogTextRequest } from './LogReader';
import { logSourceOf } from './logSourceOf';
import { StepLogReader } from './StepLogReader';

/** Logs of builds of kpack out of their pods. */
export class BuildLogReader implements LogReader<Sight> {
  readonly #steps: StepLogReader<ObjectRef>;

  constructor({
    reader,
    states,
    ...options
  }: {
    readonly reader: Pick<SupplyChainReader<Sight>, 'build'>;
    readonly api: Pick<KubernetesApi, 'log'>;
    readonly containers: ContainerLogs;
    /** Of everybody's clusters. */
    readonly states: ContainerStates;
  }) {
    this.#steps = new StepLogReader({
      ...options,
      what: 'build',
      look: async (ref, as) => loggedBuild(await reader.build(ref, as)),
      sourceOf: ({ cluster }, as) => logSourceOf(as, cluster) ?? { states },
    });
  }

  text(
    build: ObjectRef,
    request: LogTextRequest,
    as: Sight,
  ): Promise<AsyncIterable<Uint8Array>> {
    return this.#steps.text(build, request, as);
  }

  follow(
    build: ObjectRef,
    request: LogFollowRequest,
    as: Sight,
  ): Promise<AsyncIterable<LogMessage>> {
    return this.#steps.follow(build, request, as);
  }
}
