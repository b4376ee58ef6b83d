import type { ReasonView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from './objects/BuildObject';
import type { ValuesShown } from './ValuesShown';

/** Why a build ran, in kpack's order. */
export function explainReasons(
  build: BuildObject,
  previous: BuildObject | undefined,
  values: ValuesShown,
): readonly ReasonView[] {
  throw new Error(
    `not yet ${build.meta.name} ${previous?.meta.name} ${values}`,
  );
}
