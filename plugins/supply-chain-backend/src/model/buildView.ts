import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from './objects/BuildObject';
import type { Surroundings } from './Surroundings';
import type { ValuesShown } from './ValuesShown';

/** One image build: why, steps, produced, built with, compared with. */
export function buildView(
  build: BuildObject,
  around: Surroundings,
  values: ValuesShown,
): BuildView {
  throw new Error(`not yet ${build.meta.name} ${around.cluster} ${values}`);
}
