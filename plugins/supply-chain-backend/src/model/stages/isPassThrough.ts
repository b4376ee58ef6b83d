import type { RealizedResource } from '../objects/OwnerStatus';

/** The chain chose the option that hands the upstream's output on. While that has none, the reason stands under a type of the owner's. */
export function isPassThrough(stage: RealizedResource): boolean {
  return stage.conditions.some(each => each.reason === 'PassThrough');
}
