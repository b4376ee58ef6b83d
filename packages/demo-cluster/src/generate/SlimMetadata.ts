import type { KubeObject } from '../state/KubeObject.ts';
import { lazily } from './lazily.ts';

/** Metadata that makes its bulky fields when they are read. */
export class SlimMetadata {
  declare readonly name: string;
  readonly [field: string]: unknown;
  readonly #of: { whole(): KubeObject };

  constructor(
    of: { whole(): KubeObject },
    slim: KubeObject['metadata'],
    bulky: readonly string[],
  ) {
    this.#of = of;
    Object.assign(this, slim);
    Object.defineProperties(
      this,
      lazily(bulky, (here: SlimMetadata) => here.#of.whole().metadata),
    );
  }
}
