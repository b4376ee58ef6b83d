import { resourceName } from '../../clusters/resourceName';
import { runKinds, type RunKind } from './runKinds';

/** By `plural.group`; undefined for what has no log. */
export function runKindOf(resource: string): RunKind | undefined {
  return KINDS.get(resource);
}

const KINDS: ReadonlyMap<string, RunKind> = new Map(
  (Object.keys(runKinds) as RunKind[]).map(kind => [
    resourceName(runKinds[kind]),
    kind,
  ]),
);
