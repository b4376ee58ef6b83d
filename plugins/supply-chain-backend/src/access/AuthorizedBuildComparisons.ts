import type {
  BuildComparison,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildComparisons } from '../compare/BuildComparisons';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import type { Caller } from './Caller';
import type { Sights } from './Sights';

/** Comparisons for those who may see the build; builds of one image belong to one subject. */
export class AuthorizedBuildComparisons implements BuildComparisons<Caller> {
  constructor(
    private readonly options: {
      readonly inner: BuildComparisons<Sight>;
      readonly subjects: Subjects;
      readonly sights: Sights;
    },
  ) {}

  async compare(
    build: ObjectRef,
    other: string | undefined,
    as: Caller,
  ): Promise<BuildComparison> {
    const { inner, sights, subjects } = this.options;
    const sight = await sights.of(as);
    const subject = await subjects.find('Build', build, sight);
    if (!subject || !sight.sees(subject)) {
      throw subjects.absent('Build', build, sight);
    }
    return inner.compare(build, other, sight);
  }
}
