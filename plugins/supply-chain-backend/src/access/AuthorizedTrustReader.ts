import type {
  ObjectRef,
  TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import type { TrustReader } from '../trust/TrustReader';
import type { Caller } from './Caller';
import type { Sights } from './Sights';

/** What an image is worth, for those who may see the build that made it. */
export class AuthorizedTrustReader implements TrustReader<Caller> {
  constructor(
    private readonly options: {
      readonly inner: TrustReader<Sight>;
      readonly subjects: Subjects;
      readonly sights: Sights;
    },
  ) {}

  async trust(build: ObjectRef, as: Caller): Promise<TrustView> {
    const { inner, sights, subjects } = this.options;
    const sight = await sights.of(as);
    const subject = await subjects.find('Build', build, sight);
    if (!subject || !sight.sees(subject)) {
      throw subjects.absent('Build', build, sight);
    }
    return inner.trust(build, sight);
  }
}
