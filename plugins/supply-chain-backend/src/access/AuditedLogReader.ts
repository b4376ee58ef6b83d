import type { AuditorService } from '@backstage/backend-plugin-api';
import type {
  LogMessage,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type {
  LogFollowRequest,
  LogReader,
  LogTextRequest,
} from '../logs/LogReader';
import type { Caller } from './Caller';

/** Writes down who asked for which logs, and whether they got them. */
export class AuditedLogReader<Of extends ObjectRef>
  implements LogReader<Caller, Of>
{
  constructor(
    private readonly inner: LogReader<Caller, Of>,
    private readonly auditor: AuditorService,
    /** Names in the record what wrote the log. */
    private readonly named: (of: Of) => Readonly<Record<string, string>>,
  ) {}

  async text(
    of: Of,
    request: LogTextRequest,
    as: Caller,
  ): Promise<AsyncIterable<Uint8Array>> {
    return this.#audited('text', of, request.step, as, () =>
      this.inner.text(of, request, as),
    );
  }

  async follow(
    of: Of,
    request: LogFollowRequest,
    as: Caller,
  ): Promise<AsyncIterable<LogMessage>> {
    return this.#audited('follow', of, request.step, as, () =>
      this.inner.follow(of, request, as),
    );
  }

  async #audited<T>(
    queryType: 'text' | 'follow',
    of: Of,
    step: string | undefined,
    { request }: Caller,
    read: () => Promise<T>,
  ): Promise<T> {
    const { cluster, namespace } = of;
    const event = await this.auditor.createEvent({
      eventId: 'log-read',
      severityLevel: 'low',
      ...(request ? { request } : {}),
      meta: {
        queryType,
        cluster,
        namespace,
        ...this.named(of),
        ...(step === undefined ? {} : { step }),
      },
    });
    try {
      const result = await read();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  }
}
