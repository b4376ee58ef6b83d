import type {
  ObjectRef,
  TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import type { StageTrustRequest, TrustReader } from '../trust/TrustReader';
import type { Caller } from './Caller';
import type { Sights } from './Sights';

/** What an image is worth, for those who may see the build or the workload that it is of. */
export class AuthorizedTrustReader implements TrustReader<Caller> {
  constructor(
    private readonly options: {
      readonly inner: TrustReader<Sight>;
      readonly subjects: Subjects;
      readonly sights: Sights;
    },
  ) {}

  async trust(build: ObjectRef, as: Caller): Promise<TrustView> {
    const sight = await this.#allowed('Build', build, as);
    return this.options.inner.trust(build, sight);
  }

  async ofStage(request: StageTrustRequest, as: Caller): Promise<TrustView> {
    const sight = await this.#allowed('Workload', request.ref, as);
    return this.options.inner.ofStage(request, sight);
  }

  async #allowed(
    kind: 'Build' | 'Workload',
    ref: ObjectRef,
    as: Caller,
  ): Promise<Sight> {
    const { sights, subjects } = this.options;
    const sight = await sights.of(as);
    const subject = await subjects.find(kind, ref, sight);
    if (!subject || !sight.sees(subject)) {
      throw subjects.absent(kind, ref, sight);
    }
    return sight;
  }
}
