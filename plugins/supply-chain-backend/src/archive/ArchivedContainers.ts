import type { LogArchive } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { LogNotArchived } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { LogRequest } from '../clusters/LogRequest';
import type { ContainerStates } from '../logs/ContainerStates';
import type { ArchiveHealth } from './ArchiveHealth';
import { ArchiveUnavailable } from './ArchiveUnavailable';
import { withoutTimes } from './withoutTimes';

/**
 * The archive in the place of a cluster, so that what reads, shares, cuts and resumes logs of containers does the same with
 * archived ones. What is the name of a pod there is the uid of a build here. All containers have ended, and nothing changes.
 */
export class ArchivedContainers
  implements Pick<KubernetesApi, 'log'>, ContainerStates
{
  constructor(
    private readonly archive: Pick<LogArchive, 'read'>,
    private readonly health: Pick<ArchiveHealth, 'failed'>,
  ) {}

  of(): 'ended' {
    return 'ended';
  }

  uid(_cluster: string, _namespace: string, pod: string): string {
    return pod;
  }

  onChange(): () => void {
    return () => {};
  }

  /** Of a log of which nothing is kept, nothing: whoever reads says why. Throws `ArchiveUnavailable`. */
  async log(
    { cluster, namespace, pod: build, container, timestamps }: LogRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>> {
    const key = { cluster, namespace, build, container };
    const unavailable = (error: unknown) => {
      signal.throwIfAborted();
      this.health.failed(error);
      return new ArchiveUnavailable({ cluster, namespace, name: build });
    };
    const pieces = this.archive.read(key, signal)[Symbol.asyncIterator]();
    let first: IteratorResult<Uint8Array>;
    try {
      first = await pieces.next();
    } catch (error) {
      if (LogNotArchived.is(error)) return nothing();
      throw unavailable(error);
    }
    const bytes = goOn(first, pieces, unavailable);
    return timestamps ? bytes : withoutTimes(bytes);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* goOn(
  first: IteratorResult<Uint8Array>,
  pieces: AsyncIterator<Uint8Array>,
  unavailable: (error: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await pieces.next()) {
      yield next.value;
    }
  } catch (error) {
    throw unavailable(error);
  } finally {
    await pieces.return?.();
  }
}
