import { parseKindName } from '../recording/parseKindName.ts';
import { Substitution } from '../play/Substitution.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { KIND } from './kinds.ts';
import { stagesOf } from './stagesOf.ts';
import type { Stage } from './Stage.ts';
import type { StageFlow } from './StageFlow.ts';

/**
 * A stage that was never reached gets its first object: that of the same stage of another owner of
 * the same chain, with the names and the values that flowed replaced. Undefined where there is none.
 */
export function adoptStage(flow: StageFlow, stage: Stage): Stage | undefined {
  const owner = flow.ownerObject;
  if (!owner) return undefined;
  const chain = chainOf(owner);
  for (const other of flow.state.list(flow.owner.resource).items) {
    if (chain === undefined || chainOf(other) !== chain) continue;
    if (other.metadata.uid === owner.metadata.uid) continue;
    const theirs = stagesOf(other).find(s => s.name === stage.name);
    if (!theirs?.stamped) continue;
    const resource = parseKindName(theirs.stamped.resource);
    const object = flow.state.get(
      resource,
      theirs.stamped.namespace,
      theirs.stamped.name,
    );
    if (!object) continue;
    const made = renamed(flow, owner, other).value(object);
    const { status, ...content } = made;
    const applied = flow.state.apply(resource, {
      ...content,
      // What kpack built is the other's; the rest comes anew from what flowed.
      ...(resource.plural !== KIND.image.plural && { status }),
      metadata: identityOf(made, object, owner),
    });
    const adopted: Stage = {
      ...{ name: stage.name, inputs: stage.inputs, outputs: [] },
      template: theirs.template,
      stamped: {
        resource: theirs.stamped.resource,
        name: applied.metadata.name,
        namespace: applied.metadata.namespace,
      },
    };
    flow.emit(
      'StampedObjectApplied',
      `Created object [${theirs.stamped.resource}/${applied.metadata.name}]`,
    );
    flow.report(adopted, applied, {
      stamped: { ...applied, resourceName: theirs.stamped.resource },
      template: theirs.template,
    });
    return {
      ...adopted,
      outputs: renamed(flow, owner, other).value(theirs.outputs),
    };
  }
  return undefined;
}

function chainOf(owner: KubeObject): string | undefined {
  return (
    textAt(owner, 'status', 'supplyChainRef', 'name') ??
    textAt(owner, 'status', 'deliveryRef', 'name')
  );
}

/** From the other owner to this one: their names, and output by output what they have got. */
function renamed(
  flow: StageFlow,
  owner: KubeObject,
  other: KubeObject,
): Substitution {
  const mine = new Map(stagesOf(owner).map(s => [s.name, s]));
  const { name, namespace = '', uid = '' } = owner.metadata;
  const from = other.metadata;
  const values = stagesOf(other).flatMap(stage =>
    stage.outputs.flatMap(output => {
      const own = mine
        .get(stage.name)
        ?.outputs.find(o => o.name === output.name);
      return own ? [[output.preview.trim(), own.preview.trim()] as const] : [];
    }),
  );
  return new Substitution([
    ...values.filter(([old]) => old.length > 0 && !old.includes('\n')),
    [from.name, name],
    [from.namespace ?? '', namespace],
    [from.uid ?? '', uid],
    ...flow.swap.pairs,
  ]);
}

function identityOf(
  made: KubeObject,
  original: KubeObject,
  owner: KubeObject,
): KubeObject['metadata'] {
  const {
    uid: _uid,
    resourceVersion: _version,
    creationTimestamp: _created,
    managedFields: _managed,
    ...metadata
  } = made.metadata;
  return {
    ...metadata,
    ...(original.metadata.generation !== undefined && { generation: 1 }),
    ...(owner.metadata.namespace && { namespace: owner.metadata.namespace }),
  };
}
