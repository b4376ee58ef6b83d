import { at } from '../json/at.ts';
import { put } from '../json/put.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { KIND } from './kinds.ts';
import type { Scene } from './Scene.ts';

const GENERATION = ['metadata', 'generation'];
/** As recorded: about 20 ms from the Image's change to its SourceResolver's. */
const RESOLVE_MS = 20;

/** kpack's SourceResolver: follows the Image's source, finds the commit of a branch, and says what a Build shall take. */
export async function resolveSource(
  { build: state, tempo }: Pick<Scene, 'build' | 'tempo'>,
  image: KubeObject,
  revision: string | undefined,
): Promise<unknown> {
  const { namespace, name } = image.metadata;
  const source = at(image, 'spec', 'source');
  const resolver = state.get(KIND.sourceResolver, namespace, `${name}-source`);
  const git = record(at(source, 'git'));
  const before = record(at(resolver, 'status', 'source', 'git'));
  const commit = revision ?? before?.revision;
  const found =
    git && commit !== undefined
      ? { git: { ...git, revision: commit } }
      : source;
  if (!resolver) return found;
  const asked = put(resolver, ['spec', 'source'], source);
  const moved = JSON.stringify(asked) !== JSON.stringify(resolver);
  const generation = (resolver.metadata.generation ?? 1) + (moved ? 1 : 0);
  const accepted = put(asked, GENERATION, generation);
  state.apply(KIND.sourceResolver, accepted);
  await tempo.wait(RESOLVE_MS);
  const resolved = git
    ? { git: { ...before, ...git, revision: commit } }
    : source;
  state.apply(
    KIND.sourceResolver,
    put(
      put(accepted, ['status', 'observedGeneration'], generation),
      ['status', 'source'],
      resolved,
    ),
  );
  return found;
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
