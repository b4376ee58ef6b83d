import fc from 'fast-check';
import { FakeClock } from '../clock/FakeClock';
import { FakeDiscovery } from '../clusters/FakeDiscovery';
import { FakeKubernetes } from '../clusters/FakeKubernetes';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { UpstreamFailure } from '../clusters/errors/UpstreamFailure';
import { ReflectingLiveCopy } from './ReflectingLiveCopy';
import { widget, widgets } from './widgets';

const WIDGETS = 'widgets.test.example';
const asked = { cluster: 'c', verb: 'watch', resource: WIDGETS } as const;

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const step = fc.oneof(
  fc.record({
    do: fc.constant('put' as const),
    name,
    // 7 makes it unreadable.
    colour: fc.constantFrom<unknown>('red', 'blue', 'green', 7),
  }),
  fc.record({ do: fc.constant('remove' as const), name }),
  fc.record({
    do: fc.constantFrom(
      'bookmark' as const,
      'end' as const,
      'lose' as const,
      'compact' as const,
      'fail next' as const,
      'repeat last' as const,
      'deny all at once' as const,
      'allow all at once' as const,
    ),
  }),
  fc.record({
    do: fc.constant('wait' as const),
    ms: fc.integer({ min: 1, max: 100_000 }),
  }),
);

describe('whatever happens, the copy ends as the cluster is', () => {
  it('over random changes, ends, losses, failures and 410s', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.constantFrom('yes' as const, 'no' as const),
        async (steps, chance, streams) => {
          const clock = new FakeClock();
          const kubernetes = new FakeKubernetes('c');
          kubernetes.streams = streams;
          let denied = false;
          let failing = false;
          kubernetes.meddle = (verb, _cluster, resource) => {
            if (verb === 'clusters') return undefined;
            if (failing) {
              failing = false;
              return new UpstreamFailure(asked, 500);
            }
            return denied && resource === WIDGETS
              ? new AccessDenied({ ...asked, verb: 'list' }, 'cluster')
              : undefined;
          };
          const quiet = () => undefined;
          const copy = new ReflectingLiveCopy({
            api: kubernetes,
            kinds: [widgets],
            discovery: new FakeDiscovery(),
            namespacesOf: () => ['here'],
            clock,
            random: () => chance,
            logger: { info: quiet, warn: quiet, error: quiet },
          });
          /** What a reader who only ever applies the announced keys would hold. */
          const followed = new Map<string, string>();
          copy.onChange(change => {
            if (change.what !== 'objects') return;
            for (const key of change.keys) {
              const [namespace, called = ''] = key.split('/');
              const now = copy.kind('c', widgets).get(namespace, called);
              if (now) followed.set(key, now.colour);
              else followed.delete(key);
            }
          });
          copy.touch();
          for (const one of steps) {
            switch (one.do) {
              case 'put':
                kubernetes.put('c', WIDGETS, widget(one.name, one.colour));
                break;
              case 'remove':
                kubernetes.remove('c', WIDGETS, 'here', one.name);
                break;
              case 'bookmark':
                kubernetes.bookmark('c');
                break;
              case 'end':
                kubernetes.endWatches('c');
                break;
              case 'lose':
                kubernetes.breakWatches('c', new ConnectionLost(asked));
                break;
              case 'compact':
                kubernetes.compact('c');
                break;
              case 'fail next':
                failing = true;
                break;
              case 'deny all at once':
              case 'allow all at once':
                denied = one.do === 'deny all at once';
                // As it shows only when a watch is asked for anew.
                kubernetes.endWatches('c');
                break;
              case 'repeat last': {
                const last = kubernetes.objects('c', WIDGETS).at(-1);
                if (last) {
                  kubernetes.sendLine('c', WIDGETS, {
                    type: 'ADDED',
                    object: last,
                  });
                }
                break;
              }
              default:
                copy.touch();
                await clock.advance(one.ms);
            }
          }
          copy.touch();
          await clock.advance(120_000);

          const truth = kubernetes
            .objects('c', WIDGETS)
            .map(object => {
              const { metadata, spec } = object as Record<
                string,
                Record<string, unknown>
              >;
              return [`here/${metadata?.name}`, spec?.colour] as const;
            })
            .sort();
          const readable = truth.filter(([, colour]) => colour !== 7);
          const kind = copy.kind('c', widgets);
          const held = [...kind.all()]
            .map(w => [`${w.namespace}/${w.name}`, w.colour] as const)
            .sort();
          expect(held).toEqual(readable);
          expect([...followed].sort()).toEqual(readable);
          expect(kind.health).toMatchObject({
            state: 'fresh',
            objects: readable.length,
            unreadable: truth.length - readable.length,
          });
          if (!denied) expect(kind.health).not.toHaveProperty('limitedTo');
          for (const colour of ['red', 'blue', 'green']) {
            expect(kind.byIndex('colour', colour)).toHaveLength(
              readable.filter(([, of]) => of === colour).length,
            );
          }
          await copy.stop();
          expect(clock.waits).toEqual([]);
          expect(kubernetes.openWatches).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
