import fc from 'fast-check';
import { FakeLiveEnvironment } from '../testing/FakeLiveEnvironment';
import { FakeLiveServer, type Weather } from '../testing/FakeLiveServer';
import { recordedViews } from '../testing/recordedViews';
import { LiveConnection } from './LiveConnection';

const [view] = recordedViews().views;
if (!view) throw new Error('No view was recorded');
const NAMES = ['a', 'b', 'c', 'd'] as const;
const topicOf = (name: string) =>
  ({ type: 'workload', ref: { ...view.ref, name } } as const);

class World {
  readonly environment = new FakeLiveEnvironment();
  readonly server = new FakeLiveServer(this.environment, (name, n) => ({
    ...view,
    ref: { ...view?.ref, name },
    // Each change is in one of two labels: who misses one shows too little until the next but one.
    labels: { odd: `${Math.ceil(n / 2)}`, even: `${Math.floor(n / 2)}` },
  }));
  readonly live = new LiveConnection(this.server, this.environment);
  readonly leaves = new Map<string, () => void>();
  /** The newest number that was ever shown of each. */
  readonly newest = new Map<string, number>();

  shown(name: string): number | undefined {
    const { view: now } = this.live.current(topicOf(name));
    return now && Number(now.labels.odd) + Number(now.labels.even);
  }

  look(name: string): void {
    const shown = this.shown(name);
    if (shown === undefined) return;
    expect(shown).toBeGreaterThanOrEqual(this.newest.get(name) ?? 0);
    this.newest.set(name, shown);
  }

  subscribe(name: string): void {
    if (this.leaves.has(name)) return;
    const leave = this.live.subscribe(topicOf(name), () => this.look(name));
    this.leaves.set(name, leave);
  }

  leave(name: string): void {
    this.leaves.get(name)?.();
    this.leaves.delete(name);
  }
}

type Step = readonly [says: string, run: (world: World) => unknown];

const name = fc.constantFrom(...NAMES);
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: change(), weight: 4 },
  name.map((n): Step => [`subscribe ${n}`, world => world.subscribe(n)]),
  name.map((n): Step => [`leave ${n}`, world => world.leave(n)]),
  fc
    .constantFrom<Weather>(
      'good',
      'good',
      'buffered',
      'streams refused',
      'all refused',
      'down',
    )
    .map(
      (weather): Step => [
        weather,
        world => {
          world.server.weather = weather;
        },
      ],
    ),
  fc.constantFrom<Step>(
    ['cut', ({ server }) => server.cut()],
    ['stop', ({ server }) => server.stop('shutdown')],
    ['token', ({ server }) => server.stop('token')],
    ['denied', ({ server }) => server.stop('denied')],
    [
      'slow',
      ({ server }) => {
        server.latency = 1_500;
      },
    ],
    [
      'fast',
      ({ server }) => {
        server.latency = 40;
      },
    ],
    [
      'lose a message',
      ({ server }) => {
        server.loses = true;
      },
    ],
    ['hide', ({ environment }) => environment.hide(true)],
    ['show', ({ environment }) => environment.hide(false)],
  ),
  {
    arbitrary: fc
      .constantFrom(1, 20, 45, 100, 900, 5_000, 30_000)
      .map((ms): Step => [`${ms} ms`, world => world.environment.pass(ms)]),
    weight: 4,
  },
);

function change(): fc.Arbitrary<Step> {
  return name.map(
    (n): Step => [`change ${n}`, ({ server }) => server.change(n)],
  );
}

it('shows what the server shows in the end and never goes back, whatever the network does', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async steps => {
      const world = new World();
      world.subscribe('a');
      for (const [, run] of steps) await run(world);

      world.server.weather = 'good';
      world.server.loses = false;
      world.server.latency = 40;
      world.environment.hide(false);
      // Who was denied is asked again after a minute and a half at the latest, then all is as it was.
      await world.environment.pass(120_000);
      for (const subscribed of world.leaves.keys()) {
        world.server.change(subscribed);
      }
      await world.environment.pass(2_000);
      for (const subscribed of world.leaves.keys()) {
        const { state, stale } = world.live.current(topicOf(subscribed));
        expect({ state, stale, n: world.shown(subscribed) }).toEqual({
          state: 'ready',
          stale: false,
          n: world.server.numberOf(subscribed),
        });
      }
      // And nothing is left behind but the server's own heartbeat.
      for (const subscribed of NAMES) world.leave(subscribed);
      await world.environment.pass(60_000);
      expect(world.environment.timers).toBe(1);
    }),
    { numRuns: 150 },
  ));
