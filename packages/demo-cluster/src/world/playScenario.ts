import { isKappStage } from '../controllers/isKappStage.ts';
import { KIND } from '../controllers/kinds.ts';
import { stagesOf } from '../controllers/stagesOf.ts';
import { condition } from '../play/condition.ts';
import { parseTargetName } from './parseTargetName.ts';
import { scenarios } from './scenarios.ts';
import type { ScenarioName } from './scenarios.ts';
import type { World } from './World.ts';

/** Plays a scenario. Without a target it finds one itself: a workload that is ready, or for a repair one that is not. */
export async function playScenario(
  world: World,
  name: string,
  target?: string,
): Promise<void> {
  if (!isScenario(name))
    throw new Error(
      `No scenario ${name}; there are: ${Object.keys(scenarios).join(', ')}`,
    );
  switch (name) {
    case 'push':
      return world.push(target ?? built(world, 'True'));
    case 'fail':
      return world.push(target ?? built(world, 'True'), { outcome: 'failed' });
    case 'undelivered':
      return world.push(target ?? delivered(world), { delivery: 'failed' });
    case 'oom':
      return world.push(target ?? alone(world), {
        ...{ outcome: 'failed', failure: 'OOMKilled' },
      });
    case 'repair':
      return world.push(target ?? built(world, 'False'));
    case 'trigger':
      return world.trigger(target ?? built(world, 'True'));
    case 'stack':
      return world.updateStack(target);
    case 'rollout':
      return world.updateStack(undefined, {
        breaking: target ?? alone(world, 'True'),
      });
    case 'storm':
      await Promise.all(
        everyBuilt(world).map(workload => world.push(workload)),
      );
      return undefined;
    default: {
      const never: never = name;
      throw new Error(`No scenario ${String(never)}`);
    }
  }
}

function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

/** Workloads that have an Image of kpack, with their Image's readiness. */
function everyBuilt({ scene }: World, ready?: string): string[] {
  return scene.build
    .list(KIND.image)
    .items.filter(
      image =>
        ready === undefined || condition(image, 'Ready')?.status === ready,
    )
    .flatMap(({ metadata: { namespace = '', ownerReferences = [] } }) =>
      ownerReferences
        .filter(owner => owner.kind === 'Workload' && owner.name)
        .map(owner => `${namespace}/${owner.name ?? ''}`),
    );
}

function built(world: World, ready: string): string {
  const [first] = everyBuilt(world, ready);
  if (first === undefined)
    throw new Error(
      `No workload whose image is ${
        ready === 'True' ? 'ready' : 'broken'
      }: name a target`,
    );
  return first;
}

/** A workload that is ready, and that something on the run cluster deploys. */
function delivered(world: World): string {
  const { run } = world.scene;
  const found = everyBuilt(world, 'True').find(target => {
    const { namespace, name } = parseTargetName(target);
    const deliverable = run.get(KIND.deliverable, namespace, name);
    return (
      deliverable &&
      condition(deliverable, 'Ready')?.status === 'True' &&
      stagesOf(deliverable).some(isKappStage)
    );
  });
  if (found === undefined)
    throw new Error('No workload is delivered by kapp: name a target');
  return found;
}

/** An Image that no workload owns: its builds disturb no chain. */
function alone({ scene }: World, ready?: string): string {
  const image = scene.build
    .list(KIND.image)
    .items.find(
      each =>
        !each.metadata.ownerReferences?.length &&
        (ready === undefined || condition(each, 'Ready')?.status === ready),
    );
  if (!image) throw new Error('No Image without a workload: name a target');
  return `${image.metadata.namespace ?? ''}/${image.metadata.name}`;
}
