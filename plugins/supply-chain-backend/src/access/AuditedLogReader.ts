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
export class AuditedLogReader implements LogReader<Caller> {
  constructor(
    private readonly inner: LogReader<Caller>,
    private readonly auditor: AuditorService,
  ) {}

  async text(
    build: ObjectRef,
    request: LogTextRequest,
    as: Caller,
  ): Promise<AsyncIterable<Uint8Array>> {
    return this.#audited('text', build, request.step, as, () =>
      this.inner.text(build, request, as),
    );
  }

  async follow(
    build: ObjectRef,
    request: LogFollowRequest,
    as: Caller,
  ): Promise<AsyncIterable<LogMessage>> {
    return this.#audited('follow', build, request.step, as, () =>
      this.inner.follow(build, request, as),
    );
  }

  async #audited<T>(
    queryType: 'text' | 'follow',
    { cluster, namespace, name }: ObjectRef,
    step: string | undefined,
    { request }: Caller,
    read: () => Promise<T>,
  ): Promise<T> {
    const event = await this.auditor.createEvent({
      eventId: 'log-read',
      severityLevel: 'low',
      ...(request ? { request } : {}),
      meta: {
        queryType,
        cluster,
        namespace,
        build: name,
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
