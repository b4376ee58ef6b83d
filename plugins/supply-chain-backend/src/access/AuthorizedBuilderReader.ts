import type {
  BuilderRef,
  BuildersAnswer,
  BuildersQuery,
  BuilderView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuilderReader } from '../service/builders/BuilderReader';
import type { Sight } from '../service/Sight';
import type { Caller } from './Caller';
import type { Sights } from './Sights';

/**
 * Builders as the person who asks. What they may see of a builder follows from what they may see of images
 * (`isBuilderSeen`); the reader behind counts nothing else, and says of the rest what it says of what is not there.
 */
export class AuthorizedBuilderReader implements BuilderReader<Caller> {
  readonly #inner: BuilderReader<Sight>;
  readonly #sights: Pick<Sights, 'of'>;

  constructor(options: {
    inner: BuilderReader<Sight>;
    sights: Pick<Sights, 'of'>;
  }) {
    this.#inner = options.inner;
    this.#sights = options.sights;
  }

  async builders(query: BuildersQuery, as: Caller): Promise<BuildersAnswer> {
    return this.#inner.builders(query, await this.#sights.of(as));
  }

  async builder(ref: BuilderRef, as: Caller): Promise<BuilderView> {
    return this.#inner.builder(ref, await this.#sights.of(as));
  }
}
