import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';

/** Where an entity says that its source is. */
export function sourceLocationOf(
  entity: Entity | undefined,
): string | undefined {
  return entity?.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
}
