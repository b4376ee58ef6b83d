import type { BuildObject } from '../objects/BuildObject';
import { present } from '../objects/present';
import type { Surroundings } from '../Surroundings';
import { buildFacts } from './buildFacts';
import { digestOf } from './digestOf';
import type { MadeFacts } from './ImageFacts';

/** A build that succeeded, with what it was built with. */
export function madeFacts(build: BuildObject, around: Surroundings): MadeFacts {
  return present({
    ...buildFacts(build, around),
    runImage: digestOf(build.stackRunImage),
    buildpacks: build.buildpacks,
    lifecycle: build.lifecycleVersion,
  });
}
