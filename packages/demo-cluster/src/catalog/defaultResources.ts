import type { ResourceDefinition } from '../state/ResourceDefinition.ts';
import { builtinResources } from './builtinResources.ts';
import { cartographerResources } from './cartographerResources.ts';
import { deliveryResources } from './deliveryResources.ts';
import { kpackResources } from './kpackResources.ts';
import { scanningResources } from './scanningResources.ts';
import { tektonResources } from './tektonResources.ts';

/** Everything a cluster of ours serves unless told otherwise. Other kinds: `ResourceCatalog.add`. */
export const defaultResources: readonly ResourceDefinition[] = [
  ...builtinResources,
  ...cartographerResources,
  ...kpackResources,
  ...tektonResources,
  ...scanningResources,
  ...deliveryResources,
];
