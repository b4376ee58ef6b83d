import { sleep } from '../support/sleep.ts';
import { askOurs } from './askOurs.ts';
import type { World } from './World.ts';

/** ms between two looks. */
const ASK_EVERY = 20;

/** One question about the fleet, and how long each answer took. */
export interface FleetQuestion {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** ms of answers while nothing changes in the clusters. */
  readonly still: readonly number[];
  /** ms of the first answer after one more build has ended somewhere. */
  readonly changed: readonly number[];
}

/** The views that the pages are drawn of, by the question's name. */
export type FleetViews = Readonly<Record<string, unknown>>;

interface Builders {
  readonly items: {
    readonly ref: { cluster: string; kind: string; name: string };
    readonly rollout: { total: number };
  }[];
}

interface Images {
  readonly total: number;
  readonly cursor?: string;
  readonly items: { readonly ref: { namespace: string; name: string } }[];
  readonly problems: { because: string }[];
}

/** What the pages of builders, one rollout and images ask for, each many times: one after the other, as the answers are what is measured. */
export async function measureFleetAnswers(
  world: World,
  repeats: number,
): Promise<{ questions: FleetQuestion[]; views: FleetViews }> {
  const backend = world.backend('ours');
  const images = await untilComplete(world);
  const builders = await askOurs<Builders>(backend, '/v1/builders');
  const [largest] = [...builders.items].sort(
    (a, b) => b.rollout.total - a.rollout.total,
  );
  if (!largest) throw new Error('No builder in this world');
  const { cluster, kind, name } = largest.ref;
  const one = images.items[0]?.ref.name ?? '';
  const asked = {
    builders: '/v1/builders',
    rollout: `/v1/builders/${cluster}/${kind}/${name}`,
    images: '/v1/images?workload=any&limit=250',
    'images, next page': `/v1/images?workload=any&limit=250&cursor=${encodeURIComponent(
      images.cursor ?? '',
    )}`,
    'images, by phase': '/v1/images?workload=any&limit=250&phase=failed',
    'images, by text': `/v1/images?workload=any&limit=250&q=${one}`,
  };
  const questions: FleetQuestion[] = [];
  const views: Record<string, unknown> = {};
  let next = 0;
  for (const [of, path] of Object.entries(asked)) {
    const time = async () => {
      const from = performance.now();
      views[of] = await askOurs(backend, path);
      return performance.now() - from;
    };
    await time();
    const still: number[] = [];
    for (let n = 0; n < repeats; n += 1) still.push(await time());
    const changed: number[] = [];
    for (let n = 0; n < repeats; n += 1) {
      await oneChange(world, next++);
      changed.push(await time());
    }
    questions.push({
      ...{ name: of, path, still, changed },
      bytes: JSON.stringify(views[of]).length,
    });
  }
  return { questions, views };
}

/** All images are derived: an answer says so as long as some are missing. */
async function untilComplete(world: World): Promise<Images> {
  for (;;) {
    const images = await askOurs<Images>(
      world.backend('ours'),
      '/v1/images?workload=any&limit=250',
    );
    if (images.problems.every(({ because }) => because !== 'loading'))
      return images;
    await sleep(ASK_EVERY);
  }
}

/** One more build ends somewhere, and the backend knows: asked for by the build itself, which warms nothing of the fleet. */
async function oneChange(world: World, n: number): Promise<void> {
  const seat = world.seats[n % world.seats.length];
  if (!seat) throw new Error('Nobody has a seat');
  const { namespace, build } = await world.change(seat);
  for (;;) {
    const found = await askOurs<{ phase: { kind: string } }>(
      world.backend('ours'),
      `/v1/builds/${seat.cluster}/${namespace}/${build}`,
    ).catch(() => undefined);
    if (found && ['succeeded', 'failed'].includes(found.phase.kind)) return;
    await sleep(ASK_EVERY);
  }
}
