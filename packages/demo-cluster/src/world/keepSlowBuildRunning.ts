import { KIND } from '../controllers/kinds.ts';
import type { RunScript } from '../play/RunScript.ts';
import type { World } from './World.ts';

/** One build shall be under way whenever somebody looks: long enough to open its page and read along. */
const LASTS_MS = 4 * 60_000;
/** Between two of them, so that its end is seen, too. */
const PAUSE_MS = 20_000;

/**
 * Pushes to the workload whose recorded build took longest, again and again, slowed down to some
 * minutes. Resolves at once when the recording has no such build, else when the signal ends it.
 */
export async function keepSlowBuildRunning(
  world: World,
  signal: AbortSignal,
): Promise<void> {
  const script = slowest(world);
  const { namespace = '', labels } = script?.root.metadata ?? {};
  const name =
    script?.owner?.metadata.ownerReferences?.[0]?.name ??
    labels?.['image.kpack.io/image'];
  if (!script || name === undefined) return;
  const stretch = Math.max(1, LASTS_MS / script.durationMs);
  try {
    while (!signal.aborted) {
      await world.push(`${namespace}/${name}`, { stretch });
      await world.scene.tempo.wait(PAUSE_MS);
    }
  } catch {
    // World remembers what failed; pushing the same again would fail again.
  }
}

/** Of the builds that succeeded, of Images that are still there; one that a supply chain made before others. */
function slowest({ scene }: World): RunScript | undefined {
  const usable = scene.scripts.own().filter(script => {
    if (script.resource.plural !== KIND.build.plural) return false;
    if (script.outcome !== 'succeeded') return false;
    const { namespace, name } = script.owner?.metadata ?? {};
    return name !== undefined && scene.build.get(KIND.image, namespace, name);
  });
  const rank = (script: RunScript) =>
    script.durationMs +
    (script.owner?.metadata.ownerReferences?.length ? BY_CHAIN_MS : 0);
  return [...usable].sort((a, b) => rank(b) - rank(a))[0];
}

/** More than any recorded build takes: an hour. */
const BY_CHAIN_MS = 3_600_000;
