import type {
  ImagesAnswer,
  ImagesQuery,
  ImageView,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Selections } from '../catalog/Selections';
import type { ImageReader } from '../service/images/ImageReader';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import type { Caller } from './Caller';
import { offeringTrigger } from './offeringTrigger';
import { sharedChange } from './sharedChange';
import type { Sights } from './Sights';

/**
 * Images as the person who asks: one that a workload stamped by the rights to that workload, any other by its own namespace,
 * labels and owners. Denied and absent are the same answer.
 */
export class AuthorizedImageReader implements ImageReader<Caller> {
  readonly #inner: ImageReader<Sight>;
  readonly #subjects: Subjects;
  readonly #sights: Pick<Sights, 'of'>;
  readonly #selections: Pick<Selections, 'of'>;
  readonly #offering = sharedChange((view: ImageView) => ({
    ...view,
    provider: offeringTrigger(view.provider),
  }));

  constructor(options: {
    inner: ImageReader<Sight>;
    subjects: Subjects;
    sights: Pick<Sights, 'of'>;
    selections: Pick<Selections, 'of'>;
  }) {
    this.#inner = options.inner;
    this.#subjects = options.subjects;
    this.#sights = options.sights;
    this.#selections = options.selections;
  }

  async images(query: ImagesQuery, as: Caller): Promise<ImagesAnswer> {
    const sight = await this.#sights.of(as);
    const selected = await this.#selections.of(query, as);
    if (!selected) return this.#inner.images(query, sight);
    return this.#inner.images(query, {
      ...sight,
      // Less than everything, and others with the same rights have selected otherwise.
      ...{ all: false, rights: undefined },
      sees: subject => selected(subject) && sight.sees(subject),
    });
  }

  async image(ref: ObjectRef, as: Caller): Promise<ImageView> {
    const sight = await this.#sights.of(as);
    const subject = await this.#subjects.find('Image', ref, sight);
    if (!subject || !sight.sees(subject)) {
      throw this.#subjects.absent('Image', ref, sight);
    }
    const view = await this.#inner.image(ref, sight);
    return sight.mayTrigger(subject) ? this.#offering(view) : view;
  }
}
