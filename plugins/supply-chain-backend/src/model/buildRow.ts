import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from './objects/BuildObject';
import type { Surroundings } from './Surroundings';

/** A row of an image's history. */
export function buildRow(build: BuildObject, around: Surroundings): BuildRow {
  throw new Error(`not yet ${build.meta.name} ${around.cluster}`);
}
