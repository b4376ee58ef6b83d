import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildTrigger, TriggerRequest } from '../trigger/BuildTrigger';
import type { Caller } from './Caller';

/** Writes down who asked for which rebuild, and whether they got it. */
export class AuditedBuildTrigger implements BuildTrigger<Caller> {
  constructor(
    private readonly inner: BuildTrigger<Caller>,
    private readonly auditor: AuditorService,
  ) {}

  async trigger(
    build: ObjectRef,
    asked: TriggerRequest,
    as: Caller,
  ): Promise<void> {
    const { cluster, namespace, name } = build;
    const event = await this.auditor.createEvent({
      eventId: 'build-trigger',
      // It writes to a cluster.
      severityLevel: 'medium',
      ...(as.request ? { request: as.request } : {}),
      meta: { cluster, namespace, build: name },
    });
    try {
      await this.inner.trigger(build, asked, as);
      await event.success();
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  }
}
