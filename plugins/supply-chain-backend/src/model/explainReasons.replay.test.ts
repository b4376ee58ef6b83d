import {
  reasonViewSchema,
  whySentence,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { earlierBuilds } from './builds/earlierBuilds';
import { explainReasons } from './explainReasons';
import { readBuild } from './objects/readBuild';
import { replay } from './testing/replay';

/** Every Build that was ever there in the recordings, those included that kpack deleted again: number, kpack's reason, ours. */
const EXPECTED: readonly (readonly [
  recording: 'run1' | 'run2',
  image: string,
  told: readonly string[],
])[] = [
  [
    'run1',
    'backoffice/billing',
    [
      '1 CONFIG: First build',
      '2 CONFIG: New source revision bccf324',
      '3 STACK: Run image updated, rebased without a rebuild',
      '4 BUILDPACK: Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
      '5 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
    ],
  ],
  ['run1', 'backoffice/docs-site', ['1 CONFIG: First build']],
  [
    'run1',
    'backoffice/invoices',
    [
      '1 CONFIG: First build',
      '2 CONFIG: New source revision 6123e09',
      '3 STACK: Run image updated, rebased without a rebuild',
      '4 BUILDPACK: Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
      '5 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
    ],
  ],
  [
    'run1',
    'backoffice/ledger',
    [
      '1 CONFIG: First build',
      '2 STACK: Run image updated, rebased without a rebuild',
      '3 BUILDPACK: Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
      '4 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
    ],
  ],
  [
    'run1',
    'backoffice/reports',
    [
      '1 CONFIG: First build',
      '2 CONFIG: Configuration changed: env BP_NODE_RUN_SCRIPTS',
      '3 CONFIG: New source revision 108cb5f',
      '4 STACK: Run image updated, rebased without a rebuild',
      '5 BUILDPACK: Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
      '6 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
    ],
  ],
  [
    'run1',
    'dev/billing',
    [
      '1 CONFIG: First build',
      '2 TRIGGER: Rebuild asked for by hand at 2026-11-22 21:31:27 UTC',
      '3 CONFIG: Configuration changed: services npm-token',
    ],
  ],
  [
    'run1',
    'dev/orders',
    [
      '1 CONFIG: First build',
      '2 COMMIT: New source revision 30f615c',
      '3 COMMIT: New source revision f926441',
      '4 STACK: Run image updated, rebased without a rebuild',
      '5 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
      '6 CONFIG: Configuration changed: resources.requests.memory',
    ],
  ],
  [
    'run1',
    'dev/payments',
    [
      '1 CONFIG: First build',
      '2 STACK: Run image updated, rebased without a rebuild',
      '3 BUILDPACK: Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
      '4 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
      '5 TRIGGER: Rebuild asked for by hand at 2026-11-22 21:31:47 UTC',
    ],
  ],
  ['run1', 'shop/catalog', ['1 CONFIG: First build']],
  ['run1', 'shop/docs-site', ['1 CONFIG: First build']],
  [
    'run1',
    'shop/invoices',
    [
      '1 CONFIG: First build',
      '2 STACK: Run image updated, rebased without a rebuild',
      '3 BUILDPACK: Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
      '4 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
      '5 CONFIG: New source revision ad1e303',
      '6 TRIGGER: Rebuild asked for by hand at 2026-11-22 21:36:45 UTC',
    ],
  ],
  [
    'run1',
    'storefront/checkout',
    [
      '1 CONFIG: First build',
      '2 STACK: Run image updated, rebased without a rebuild',
      '3 BUILDPACK: Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
      '4 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
    ],
  ],
  [
    'run1',
    'storefront/orders',
    [
      '1 CONFIG: First build',
      '2 CONFIG: Configuration changed: env BP_GO_TARGETS, env BP_LOG_LEVEL',
      '3 STACK: Run image updated, rebased without a rebuild',
      '4 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
    ],
  ],
  [
    'run1',
    'storefront/payments',
    [
      '1 CONFIG: First build',
      '2 CONFIG: New source revision 433a68c',
      '3 TRIGGER: Rebuild asked for by hand at 2026-11-22 21:22:02 UTC',
      '4 STACK: Run image updated, rebased without a rebuild',
      '5 BUILDPACK: Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
      '6 LIFECYCLE: The CNB lifecycle moved from 0.20.19 to 0.21.17',
    ],
  ],
  [
    'run1',
    'storefront/returns',
    ['1 CONFIG: First build', '2 CONFIG: New source revision e517a4a'],
  ],
  ['run2', 'backoffice/billing', ['1 CONFIG: First build']],
  ['run2', 'backoffice/docs-site', ['1 CONFIG: First build']],
  [
    'run2',
    'backoffice/invoices',
    ['1 CONFIG: First build', '2 CONFIG: New source revision 451597b'],
  ],
  ['run2', 'backoffice/ledger', ['1 CONFIG: First build']],
  ['run2', 'backoffice/reports', ['1 CONFIG: First build']],
  ['run2', 'dev/billing', ['1 CONFIG: First build']],
  ['run2', 'dev/orders', ['1 CONFIG: First build']],
  [
    'run2',
    'dev/payments',
    [
      '1 CONFIG: First build',
      '2 TRIGGER: Rebuild asked for by hand at 2026-11-22 21:59:33 UTC',
      '3 TRIGGER: Rebuild asked for by hand at 2026-11-22 21:59:47 UTC',
      '4 TRIGGER: Rebuild asked for by hand at 2026-11-22 22:00:02 UTC',
    ],
  ],
  ['run2', 'shop/catalog', ['1 CONFIG: First build']],
  ['run2', 'shop/docs-site', ['1 CONFIG: First build']],
  [
    'run2',
    'shop/invoices',
    ['1 CONFIG: First build', '2 CONFIG: New source revision 3f3fcc9'],
  ],
  ['run2', 'signed/receipts', ['1 CONFIG: First build']],
  ['run2', 'storefront/checkout', ['1 CONFIG: First build']],
  ['run2', 'storefront/orders', ['1 CONFIG: First build']],
  [
    'run2',
    'storefront/payments',
    ['1 CONFIG: First build', '2 CONFIG: New source revision 42e0ba3'],
  ],
  ['run2', 'storefront/returns', ['1 CONFIG: First build']],
];

describe.each(['run1', 'run2'] as const)(
  'why each Build of %s ran',
  recording => {
    const told = new Map<string, Map<number, string>>();

    beforeAll(() => {
      for (const { cluster, kind, namespace, name } of replay(recording)) {
        if (kind !== 'builds.kpack.io') continue;
        const build = cluster.get('builds.kpack.io', namespace, name);
        if (!build) continue;
        const image = `${namespace}/${build.image}`;
        const all = cluster.around().builds(namespace, build.image ?? '');
        const why = explainReasons(
          build,
          earlierBuilds(build, all)[0],
          'redacted',
        );
        const of = told.get(image) ?? new Map<number, string>();
        told.set(image, of);
        const said = `${build.number} ${build.reasons.join(',')}`;
        of.set(build.number ?? 0, `${said}: ${whySentence(why)}`);
      }
    }, 60_000);

    it.each(
      EXPECTED.filter(([of]) => of === recording).map(
        ([, image, sentences]) => [image, sentences] as const,
      ),
    )('%s', (image, sentences) => {
      expect([...(told.get(image)?.values() ?? [])]).toEqual(sentences);
    });

    it('and no other', () => {
      expect([...told.keys()].sort()).toEqual(
        EXPECTED.filter(([of]) => of === recording)
          .map(([, image]) => image)
          .sort(),
      );
    });
  },
);

const SECRET = 'must-not-be-told';

const word = fc.string({ unit: fc.constantFrom(...'abc,./@ '), maxLength: 6 });
const config = fc.record(
  {
    env: fc.array(fc.record({ name: word, value: fc.constant(SECRET) }), {
      maxLength: 3,
    }),
    resources: fc.object(),
    source: fc.record(
      {
        git: fc.record({ url: word, revision: word }),
        blob: fc.record({ url: word }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const reasons = [
  'TRIGGER',
  'COMMIT',
  'CONFIG',
  'BUILDPACK',
  'STACK',
  'LIFECYCLE',
  'SBOM',
];
const value = fc.oneof(
  word,
  config,
  fc.constant(null),
  fc.array(fc.record({ id: word, version: word }), { maxLength: 2 }),
);
const change = fc.record(
  { reason: fc.constantFrom(...reasons), old: value, new: value },
  { requiredKeys: ['reason'] },
);

describe('any reasons together, with any payload', () => {
  it('are all told, and no value of a variable to those who may not see it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(change, { maxLength: 7, selector: each => each.reason }),
        fc.constantFrom('json', 'broken', 'absent'),
        (changes, payload) => {
          const text = JSON.stringify(changes);
          const build = readBuild({
            metadata: {
              ...{ name: 'app-build-2', namespace: 'ns' },
              labels: {
                'image.kpack.io/image': 'app',
                'image.kpack.io/buildNumber': '2',
              },
              annotations: {
                'image.kpack.io/reason': changes
                  .map(each => each.reason)
                  .join(','),
                ...(payload === 'absent'
                  ? {}
                  : {
                      'image.kpack.io/buildChanges':
                        payload === 'json' ? text : text.slice(1),
                    }),
              },
            },
          });
          const why = explainReasons(build, undefined, 'redacted');
          expect(why.length).toBeGreaterThan(0);
          for (const each of why)
            expect(reasonViewSchema.parse(each)).toEqual(each);
          // Each of kpack's reasons is told; CONFIG may be two things.
          const said = new Set(why.flatMap(each => each.said ?? []));
          expect([...said].sort()).toEqual(
            changes.map(each => each.reason).sort(),
          );
          // Unknown reasons and configuration hide what they hold.
          expect(JSON.stringify(why)).not.toContain(SECRET);
        },
      ),
      { numRuns: 300 },
    );
  });
});
