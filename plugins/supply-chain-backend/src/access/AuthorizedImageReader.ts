import type {
  ImagesAnswer,
  ImagesQuery,
  ImageView,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ImageReader } from '../service/images/ImageReader';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import type { Caller } from './Caller';
import type { Sights } from './Sights';

/**
 * Images as the person who asks: one that a workload stamped by the rights to that workload, any other by its own namespace,
 * labels and owners. Denied and absent are the same answer.
 */
export class AuthorizedImageReader implements ImageReader<Caller> {
  readonly #inner: ImageReader<Sight>;
  readonly #subjects: Subjects;
  readonly #sights: Pick<Sights, 'of'>;

  constructor(options: {
    inner: ImageReader<Sight>;
    subjects: Subjects;
    sights: Pick<Sights, 'of'>;
  }) {
    this.#inner = options.inner;
    this.#subjects = options.subjects;
    this.#sights = options.sights;
  }

  async images(query: ImagesQuery, as: Caller): Promise<ImagesAnswer> {
    return this.#inner.images(query, await this.#sights.of(as));
  }

  async image(ref: ObjectRef, as: Caller): Promise<ImageView> {
    const sight = await this.#sights.of(as);
    const subject = await this.#subjects.find('Image', ref, sight);
    if (!subject || !sight.sees(subject)) {
      throw this.#subjects.absent('Image', ref, sight);
    }
    return this.#inner.image(ref, sight);
  }
}
