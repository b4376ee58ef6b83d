import { textAt } from '../json/textAt.ts';
import { at } from '../json/at.ts';
import type { FaultKnobs } from '../faults/FaultKnobs.ts';
import type { RunningApiServer } from '../startApiServer.ts';
import type { World } from '../world/World.ts';
import { kubeconfigOf } from '../cli/kubeconfigOf.ts';
import { demoUsers } from '../world/demoUsers.ts';
import { playScenario } from '../world/playScenario.ts';
import { scenarios } from '../world/scenarios.ts';
import { setFaults } from './setFaults.ts';

export interface ControlledCluster {
  readonly url: string;
  readonly server: RunningApiServer;
  readonly faults: FaultKnobs;
}

interface Controlled {
  readonly world: World;
  readonly clusters: Readonly<Record<'build' | 'run', ControlledCluster>>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What is understood; told to whoever asks for something else. */
const ROUTES: Readonly<Record<string, string>> = {
  'GET /state': 'what is going on, faults and counters of both clusters',
  'GET /kubeconfig': 'for kubectl: both clusters, all users',
  'POST /push': '{"target": "namespace/name", "outcome"?: "failed"}',
  'POST /trigger': '{"target": "namespace/name"}',
  'POST /stack': '{"name"?: "…"}',
  'POST /scenario': `{"name": "${Object.keys(scenarios).join(
    '" | "',
  )}", "target"?: "namespace/name"}`,
  'POST /faults':
    '{"cluster": "build" | "run", "set"?: {…}, "reset"?: true, "endWatches"?: true}',
  'POST /speed': '{"speed": 1}',
};

/** Does what an order says and tells what became of it. Orders that take time answer at once; add "wait": true to be answered at their end. */
export async function answerControl(
  controlled: Controlled,
  method: string,
  path: string,
  body: unknown,
): Promise<Answer> {
  const { world } = controlled;
  switch (`${method} ${path.replace(/[?#].*$/, '')}`) {
    case 'GET /state':
      return { status: 200, body: stateOf(controlled) };
    case 'GET /kubeconfig':
      return { status: 200, body: { kubeconfig: kubeconfig(controlled) } };
    case 'POST /push': {
      const outcome = textAt(body, 'outcome') ?? 'succeeded';
      if (outcome !== 'succeeded' && outcome !== 'failed')
        throw new Error('outcome: give "succeeded" or "failed"');
      const push = world.push(need(body, 'target'), { outcome });
      return started(body, push);
    }
    case 'POST /trigger':
      return started(body, world.trigger(need(body, 'target')));
    case 'POST /stack':
      return started(body, world.updateStack(textAt(body, 'name')));
    case 'POST /scenario':
      return started(
        body,
        playScenario(world, need(body, 'name'), textAt(body, 'target')),
      );
    case 'POST /faults':
      return { status: 200, body: setFaults(controlled.clusters, body) };
    case 'POST /speed': {
      const speed = at(body, 'speed');
      if (typeof speed !== 'number' || !(speed > 0 && speed <= 10_000))
        throw new Error('speed: give a number above 0, up to 10000');
      world.scene.tempo.speed = speed;
      return { status: 200, body: { speed } };
    }
    default:
      return {
        status: path === '/' ? 200 : 404,
        body: {
          ...(path !== '/' && { error: `Nothing answers ${method} ${path}` }),
          routes: ROUTES,
        },
      };
  }
}

function need(body: unknown, field: string): string {
  const value = textAt(body, field);
  if (value === undefined) throw new Error(`${field}: give a text`);
  return value;
}

async function started(body: unknown, run: Promise<void>): Promise<Answer> {
  if (at(body, 'wait') === true) {
    await run;
    return { status: 200, body: { done: true } };
  }
  // What cannot be done at all fails before the next turn of the event loop.
  const failed = await Promise.race([
    run.then(
      () => undefined,
      (error: unknown) => error,
    ),
    new Promise<undefined>(next => setImmediate(() => next(undefined))),
  ]);
  if (failed instanceof Error) throw failed;
  return { status: 202, body: { started: true } };
}

function kubeconfig({ clusters }: Controlled): string {
  const reachable = Object.entries(clusters).map(([name, { server }]) => ({
    ...{ name, server: server.secureUrl, certificate: server.certificate },
  }));
  return kubeconfigOf(reachable, demoUsers);
}

function stateOf({ world, clusters }: Controlled): unknown {
  return {
    speed: world.scene.tempo.speed,
    episodes: world.episodes(),
    failures: world.failures(),
    clusters: Object.fromEntries(
      Object.entries(clusters).map(([name, { url, server, faults }]) => [
        name,
        { url, faults: faults.settings, metrics: server.metrics() },
      ]),
    ),
  };
}
