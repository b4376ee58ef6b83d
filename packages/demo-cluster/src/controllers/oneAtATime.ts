import type { Scene } from './Scene.ts';

const queues = new WeakMap<Scene, Map<string, Promise<unknown>>>();

/** Runs what concerns one object after what already does in this scene, as a controller's work queue does. */
export async function oneAtATime<T>(
  scene: Scene,
  key: string,
  run: () => Promise<T>,
): Promise<T> {
  const queue = queues.get(scene) ?? new Map<string, Promise<unknown>>();
  queues.set(scene, queue);
  const before = queue.get(key) ?? Promise.resolve();
  const mine = before.then(run, run);
  queue.set(key, mine);
  try {
    return await mine;
  } finally {
    if (queue.get(key) === mine) queue.delete(key);
  }
}
