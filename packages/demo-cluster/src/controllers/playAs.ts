import { textAt } from '../json/textAt.ts';
import { leafPairs } from '../play/leafPairs.ts';
import { playRun } from '../play/playRun.ts';
import type { RunScript } from '../play/RunScript.ts';
import { Substitution } from '../play/Substitution.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { Scene } from './Scene.ts';

interface PlayAs {
  readonly script: RunScript;
  /** Who asks for the run now: a Runnable, Workload or Deliverable. */
  readonly owner: KubeObject;
  /** What the recorded owner asked with and what this one asks with, where they tell more than the owners do. */
  readonly asked?: readonly (readonly [string, string])[];
  /** Labels that a stamped object gets from its stage. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly onRoot?: (root: KubeObject) => void;
}

/** Plays a recorded run as a new one of another (or the same) owner: name, labels, owner and inputs are the owner's. */
export function playAs(
  scene: Scene,
  state: ClusterState,
  { script, owner, asked = [], labels, onRoot }: PlayAs,
): Promise<KubeObject | undefined> {
  const { root, owner: former } = script;
  const { name, namespace = '', uid = '' } = owner.metadata;
  const formerName = former?.metadata.name ?? name;
  const named = new Substitution([[formerName, name]]);
  const generateName =
    textAt(root, 'metadata', 'generateName') ??
    `${root.metadata.name.replace(/[^-]*$/, '')}`;
  const stem = named.text(generateName);
  const inherited = { ...owner.metadata.labels, ...labels };
  const spec = new Substitution([
    ...leafPairs(former?.spec, owner.spec),
    ...asked,
  ]).value(root.spec);
  return playRun({
    ...{ script, state, tempo: scene.tempo, random: scene.random },
    ...(onRoot && { onRoot }),
    as: {
      spec,
      metadata: {
        name: `${stem}${scene.random.suffix()}`,
        ...(stem.endsWith('-') && { generateName: stem }),
        namespace,
        labels: Object.fromEntries(
          Object.entries(root.metadata.labels ?? {}).map(([key, value]) => [
            key,
            inherited[key] ?? (value === formerName ? name : value),
          ]),
        ),
        ownerReferences: (root.metadata.ownerReferences ?? []).map(ref => ({
          ...ref,
          ...{ name, uid },
        })),
      },
    },
  });
}
