import { at } from '../json/at.ts';
import { textAt } from '../json/textAt.ts';
import { condition } from '../play/condition.ts';
import type { Condition } from '../play/condition.ts';
import { withCondition } from '../play/withCondition.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { BuildChange } from './buildChanges.ts';
import { rfc3339 } from './rfc3339.ts';

/** The Image while its Build goes on and after it (pkg/reconciler/image/reconcile_build.go). */
export function followBuild(
  image: KubeObject,
  build: KubeObject,
  changes: readonly BuildChange[],
  now: number,
): KubeObject {
  const generation = image.metadata.generation ?? 1;
  const before = at(image, 'status');
  const status: Record<string, unknown> = {
    ...(typeof before === 'object' ? before : undefined),
    buildCounter: Number(build.metadata.labels?.['image.kpack.io/buildNumber']),
    latestBuildImageGeneration: generation,
    latestBuildReason: changes.map(c => c.reason).join(','),
    latestBuildRef: build.metadata.name,
    observedGeneration: generation,
  };
  delete status.latestStack;
  const succeeded = condition(build, 'Succeeded');
  if (succeeded?.status === 'True') {
    status.latestImage = textAt(build, 'status', 'latestImage');
    status.latestStack = textAt(build, 'status', 'stack', 'id');
  }
  const ready = readiness(build.metadata, succeeded);
  return withCondition(
    { ...image, status },
    ...(['Ready', ready, rfc3339(now), 'omitempty'] as const),
  );
}

function readiness(
  { name, namespace = '' }: KubeObject['metadata'],
  succeeded: Condition | undefined,
): Condition {
  const message = succeeded?.message ?? '';
  switch (succeeded?.status) {
    case 'True':
      return { status: 'True', reason: 'UpToDate', message };
    case 'False':
      return {
        status: 'False',
        reason: 'BuildFailed',
        message: `Error: Build '${name}' in namespace '${namespace}' failed: ${message}`,
      };
    default:
      return {
        status: 'Unknown',
        reason: 'BuildRunning',
        message: succeeded ? message : `Build '${name}' is executing`,
      };
  }
}
