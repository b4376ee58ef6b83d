import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { rowOfBuild } from './builds/rowOfBuild';
import { buildView } from './buildView';
import type { BuildObject } from './objects/BuildObject';
import type { Surroundings } from './Surroundings';

/** A row of an image's history: the part of the whole view that a row has. */
export function buildRow(build: BuildObject, around: Surroundings): BuildRow {
  return rowOfBuild(buildView(build, around, 'redacted'));
}
