import type {
  BuildComparison,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { SupplyChainError } from '../src/api/SupplyChainError';
import { FakeSupplyChainApi } from '../src/testing/FakeSupplyChainApi';
import { rebuilds } from './rebuilds';
import { recordedStages } from './recordedStages';
import { chosenState } from './chosenState';
import { trusts } from './trusts';

/** The backend of dev/: views by the chosen state, what was recorded besides, and the chosen answer to a rebuild. */
export class DevApi extends FakeSupplyChainApi {
  readonly #comparison: BuildComparison;

  constructor() {
    super(chosenState().answer);
    const { comparison, objects } = recordedStages(Date.now());
    this.#comparison = comparison;
    this.objects = objects;
    this.trusts = trusts();
  }

  override async compare(
    build: ObjectRef,
    other: string,
  ): Promise<BuildComparison> {
    const { from, to } = this.#comparison;
    if (build.name === to.ref.name && other === from.ref.name)
      return this.#comparison;
    throw new SupplyChainError('not-found', 'Only builds 3 and 6 of payments');
  }

  override async trigger(
    build: ObjectRef,
    signal?: AbortSignal,
  ): Promise<void> {
    await rebuilds[chosenState().rebuild]?.(signal);
    await super.trigger(build);
  }
}
