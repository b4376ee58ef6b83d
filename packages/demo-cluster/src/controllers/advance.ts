import { at } from '../json/at.ts';
import { adoptStage } from './adoptStage.ts';
import { KIND } from './kinds.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import type { Stage } from './Stage.ts';
import type { StageFlow } from './StageFlow.ts';
import { stagesOf } from './stagesOf.ts';
import { stepImage } from './stepImage.ts';
import { stepImmutable } from './stepImmutable.ts';
import { stepMutable } from './stepMutable.ts';
import { stepRunnable } from './stepRunnable.ts';

/** On every stamped object: how its template lives on (`mutable`, `immutable`, `tekton`). */
const LIFECYCLE = 'carto.run/template-lifecycle';

/**
 * Carries a change from one stage through all that take something from it, in order, as
 * Cartographer's realizer walks a chain. Stops behind a stage that failed. Resolves with whether
 * all went through.
 */
export async function advance(flow: StageFlow, from: string): Promise<boolean> {
  const owner = flow.ownerObject;
  if (!owner) return false;
  const atStart = stagesOf(owner);
  const changed = new Set([from]);
  let ok = true;
  for (const { name, inputs } of atStart) {
    // Read anew: the stages before may have written outputs into it.
    const now = flow.ownerObject;
    const stage = now && stagesOf(now).find(s => s.name === name);
    if (!stage || name === from) continue;
    if (!stage.inputs.some(input => changed.has(input))) continue;
    // Whoever had all inputs and stamped nothing is held up by something that no commit repairs.
    const waited = atStart.some(
      s => inputs.includes(s.name) && s.outputs.length === 0,
    );
    if (await step(flow, stage, waited)) changed.add(name);
    else ok = false;
  }
  return ok;
}

function step(
  flow: StageFlow,
  reached: Stage,
  waited: boolean,
): Promise<boolean> {
  const there = flow.stamped(reached) !== undefined;
  const stage = there || !waited ? reached : adoptStage(flow, reached);
  const object = stage && flow.stamped(stage);
  if (!stage?.stamped || !object) return Promise.resolve(passed(reached));
  const { group, plural } = parseKindName(stage.stamped.resource);
  if (group === KIND.image.group && plural === KIND.image.plural)
    return stepImage(flow, stage);
  if (group === KIND.runnable.group && plural === KIND.runnable.plural)
    return stepRunnable(flow, stage);
  const lifecycle = object.metadata.labels?.[LIFECYCLE] ?? 'mutable';
  if (lifecycle !== 'mutable' || at(object, 'metadata', 'generateName'))
    return stepImmutable(flow, stage);
  return stepMutable(flow, stage);
}

/** A stage that stamps nothing hands through what it gets. */
function passed(stage: Stage): boolean {
  return stage.outputs.length > 0;
}
