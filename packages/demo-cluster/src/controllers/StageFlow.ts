import { parseKindName } from '../recording/parseKindName.ts';
import { put } from '../json/put.ts';
import { Substitution } from '../play/Substitution.ts';
import type { RunScript } from '../play/RunScript.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { deploymentWords } from './deploymentWords.ts';
import { emitEvent } from './emitEvent.ts';
import { isKappStage } from './isKappStage.ts';
import { reportStage } from './reportStage.ts';
import type { StageReport } from './reportStage.ts';
import { rfc3339 } from './rfc3339.ts';
import type { Scene } from './Scene.ts';
import type { Owner, Stage } from './Stage.ts';

/** Cartographer notices a stamped object's change after about this long, ms (recorded: 300 to 1,500). */
const NOTICE_MS = 500;

/**
 * One change on its way through an owner's stages: what was replaced by what so far, and the tools
 * that each kind of stage needs to report about itself. The owner is read anew at every step, since
 * others write it too.
 */
export class StageFlow {
  readonly scene: Scene;
  readonly state: ClusterState;
  readonly owner: Owner;
  readonly outcome: RunScript['outcome'];
  readonly stretch: number;
  swap: Substitution;

  constructor(opts: {
    scene: Scene;
    state: ClusterState;
    owner: Owner;
    outcome: RunScript['outcome'];
    swap: Substitution;
    stretch?: number;
  }) {
    this.scene = opts.scene;
    this.state = opts.state;
    this.owner = opts.owner;
    this.outcome = opts.outcome;
    this.swap = opts.swap;
    this.stretch = opts.stretch ?? 1;
  }

  get ownerObject(): KubeObject | undefined {
    const { resource, object } = this.owner;
    return this.state.get(
      resource,
      object.metadata.namespace,
      object.metadata.name,
    );
  }

  /** The object that a stage stamped, as it is now. */
  stamped(stage: Stage): KubeObject | undefined {
    if (!stage.stamped) return undefined;
    const { resource, namespace, name } = stage.stamped;
    return this.state.get(parseKindName(resource), namespace, name);
  }

  replace(pairs: Iterable<readonly [string, string]>): void {
    this.swap = this.swap.with(pairs);
  }

  notice(): Promise<void> {
    return this.scene.tempo.wait(NOTICE_MS);
  }

  /** Writes what became of a stage into the owner's status, with the health that its object shows. */
  report(
    stage: Stage,
    stamped: KubeObject,
    more: Partial<StageReport> = {},
  ): void {
    const owner = this.ownerObject;
    if (!owner) return;
    const now = rfc3339(this.scene.tempo.now());
    const words = (isKappStage(stage) &&
      deploymentWords(stage.name, stamped)) || {
      healthy: this.scene.words.health(stage.template.name, stamped),
    };
    const report = { stage: stage.name, ...words, ...more };
    this.state.apply(this.owner.resource, reportStage(owner, report, now));
    if (more.outputs)
      this.emit(
        'ResourceOutputChanged',
        `[${stage.name}] found a new output in [${nameOf(stage, stamped)}]`,
      );
  }

  /** Applies a change of what a stage stamped; a changed spec is a new generation. */
  patch(stage: Stage, object: KubeObject): KubeObject {
    const resource = parseKindName(stage.stamped?.resource ?? '');
    const { generation } = object.metadata;
    const applied = this.state.apply(
      resource,
      generation === undefined
        ? object
        : put(object, ['metadata', 'generation'], generation + 1),
    );
    this.emit(
      'StampedObjectApplied',
      `Patched object [${nameOf(stage, applied)}]`,
    );
    return applied;
  }

  emit(reason: string, message: string): void {
    emitEvent(this.state, {
      ...{ about: this.owner.object, reason, message, component: 'Workload' },
      now: this.scene.tempo.now(),
      unique: this.scene.random.hex(16),
    });
  }
}

function nameOf(stage: Stage, stamped: KubeObject): string {
  return `${stage.stamped?.resource ?? stamped.kind ?? ''}/${
    stamped.metadata.name
  }`;
}
