import type { BuildPhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../objects/OwnerStatus';

/** Steps of a build that fail for what is in the source; the others read and write registries and caches. */
const OF_THE_SOURCE: ReadonlySet<string> = new Set([
  'prepare',
  'detect',
  'build',
]);

/** Kinds whose failures tell of the source, or of what is in the image that was made of it. */
const OF_THE_DEVELOPER =
  /^(?:GitRepository|ImageRepository|MavenArtifact|Image|SourceScan|ImageScan|ImageVulnerabilityScan)$/;

/**
 * Who can fix a stage that failed: the developer what comes from the source and the workload, the platform team builders,
 * registries, conventions, templates and the places that configuration is written to.
 */
export function failureOwner(
  stage: RealizedResource,
  build?: BuildPhase,
): 'developer' | 'platform' {
  if (build?.kind === 'failed')
    return build.step === undefined || OF_THE_SOURCE.has(build.step)
      ? 'developer'
      : 'platform';
  if (build) return 'platform';
  const kind = stage.stampedRef?.kind ?? '';
  return OF_THE_DEVELOPER.test(kind) || givesSourceOrImage(stage)
    ? 'developer'
    : 'platform';
}

/** Testers, scanners and engines hand a source or an image on; what makes and writes configuration does not. */
function givesSourceOrImage({ templateRef }: RealizedResource): boolean {
  return /^Cluster(?:Source|Image)Template$/.test(templateRef?.kind ?? '');
}
