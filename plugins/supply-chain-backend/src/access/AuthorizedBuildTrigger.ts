import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import type { BuildTrigger, TriggerRequest } from '../trigger/BuildTrigger';
import type { Caller } from './Caller';
import type { Sights } from './Sights';
import { TriggerDenied } from './TriggerDenied';

/** Rebuilds for those who may see the build and ask for another. */
export class AuthorizedBuildTrigger implements BuildTrigger<Caller> {
  constructor(
    private readonly options: {
      readonly inner: BuildTrigger<Sight>;
      readonly subjects: Subjects;
      readonly sights: Sights;
    },
  ) {}

  async trigger(
    build: ObjectRef,
    request: TriggerRequest,
    as: Caller,
  ): Promise<void> {
    const { inner, sights, subjects } = this.options;
    const sight = await sights.of(as);
    const subject = await subjects.find('Build', build, sight);
    if (!subject || !sight.sees(subject)) {
      throw subjects.absent('Build', build, sight);
    }
    if (!sight.mayTrigger(subject)) throw new TriggerDenied();
    await inner.trigger(build, request, sight);
  }
}
