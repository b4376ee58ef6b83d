import type { ObjectMeta } from '../../model/objects/ObjectMeta';

/**
 * What stands before the names of their steps, which may be the same in several: their names in the pipeline where these tell
 * them apart, else their own. Nothing of one alone.
 */
export function scanTaskNames(
  tasks: readonly { readonly meta: Pick<ObjectMeta, 'name' | 'labels'> }[],
): readonly string[] {
  if (tasks.length < 2) return [];
  const own = tasks.map(({ meta }) => meta.name);
  const inPipeline = tasks.flatMap(
    ({ meta }) => meta.labels['tekton.dev/pipelineTask'] ?? [],
  );
  return new Set(inPipeline).size === tasks.length ? inPipeline : own;
}
