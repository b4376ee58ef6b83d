import type { BuilderObject } from '../objects/BuilderObject';
import { readBuild } from '../objects/readBuild';
import { readBuilder } from '../objects/readBuilder';
import { readImage } from '../objects/readImage';
import { clusterAtEnd } from '../testing/recording';
import { nextBuild, type NextFacts } from './nextBuild';

const OLD = '1fee325f45924805776eff569e217b138f0077bb';
const NEW = '433a68cc94e1f5692672047d80cbb23577949591';
const blob = (revision: string) => ({
  blob: { url: `http://flux.example/ns/app/${revision}.tar.gz` },
});

const image = (of: { spec?: object; meta?: object; status?: object } = {}) =>
  readImage({
    metadata: { name: 'app', namespace: 'ns', generation: 2, ...of.meta },
    spec: {
      source: blob(OLD),
      builder: { kind: 'ClusterBuilder', name: 'default' },
      ...of.spec,
    },
    status: { observedGeneration: 2, ...of.status },
  });

const build = (
  of: {
    number?: number;
    succeeded?: string;
    source?: object;
    annotations?: object;
    status?: object;
  } = {},
) =>
  readBuild({
    metadata: {
      name: `app-build-${of.number ?? 1}`,
      namespace: 'ns',
      labels: {
        'image.kpack.io/image': 'app',
        'image.kpack.io/buildNumber': `${of.number ?? 1}`,
      },
      annotations: of.annotations ?? {},
    },
    spec: { source: of.source ?? blob(OLD) },
    status: {
      conditions: [{ type: 'Succeeded', status: of.succeeded ?? 'True' }],
      buildMetadata: [{ id: 'acme/node', version: '1.2.0' }],
      stack: { runImage: 'reg/run@sha256:aaaa' },
      lifecycleVersion: '0.20.19',
      ...of.status,
    },
  });

const builder = (
  status: object = {},
  conditions: object[] = [],
): BuilderObject =>
  readBuilder(
    {
      metadata: { name: 'default' },
      status: {
        builderMetadata: [{ id: 'acme/node', version: '1.2.0' }],
        stack: { runImage: 'reg/copy@sha256:aaaa' },
        lifecycle: { version: '0.20.19' },
        conditions,
        ...status,
      },
    },
    'cluster',
  );

const ASKED = 'image.kpack.io/additionalBuildNeeded';
const OURS = 'supply-chain-view.github.io/rebuild-asked';

describe('nextBuild', () => {
  it.each<[string, Partial<NextFacts>, boolean, string[]]>([
    ['nothing', {}, false, []],
    [
      'a source that is newer',
      { image: image({ spec: { source: blob(NEW) } }) },
      true,
      ['calls: The source is at 433a68c, newer than build 1.'],
    ],
    [
      'a branch, of which nothing can be told',
      {
        image: image({ spec: { source: { git: { revision: 'main' } } } }),
        builds: [build({ source: { git: { revision: OLD } } })],
      },
      false,
      [],
    ],
    [
      'a rebuild that kp asked for',
      { builds: [build({ annotations: { [ASKED]: 'now' } })] },
      true,
      ['calls: A rebuild was asked for.'],
    ],
    [
      'a rebuild that somebody asked for here',
      {
        builds: [
          build({
            annotations: {
              [ASKED]: '2026-11-22T21:22:02.000Z',
              [`${OURS}-at`]: '2026-11-22T21:22:02.000Z',
              [`${OURS}-by`]: 'user:default/ann',
            },
          }),
        ],
      },
      true,
      ['calls: A rebuild was asked for by ann.'],
    ],
    [
      'one that was asked for here first, and then by kp',
      {
        builds: [
          build({
            annotations: {
              [ASKED]: '2026-11-22 22:00:00 +0000 UTC',
              [`${OURS}-at`]: '2026-11-22T21:22:02.000Z',
              [`${OURS}-by`]: 'user:default/ann',
            },
          }),
        ],
      },
      true,
      ['calls: A rebuild was asked for.'],
    ],
    [
      'a change that kpack has not seen',
      { image: image({ meta: { generation: 3 } }) },
      true,
      ['calls: A change of the Image has not been looked at by kpack yet.'],
    ],
    [
      'another run image',
      { builder: builder({ stack: { runImage: 'reg/copy@sha256:bbbb' } }) },
      true,
      [expect.stringMatching(/^calls: The builder has another run image, /)],
    ],
    [
      'a buildpack that moved',
      {
        builder: builder({
          builderMetadata: [{ id: 'acme/node', version: '1.3.0' }],
        }),
      },
      true,
      [
        'calls: Buildpack acme/node is at 1.3.0 in the builder, this build used 1.2.0.',
      ],
    ],
    [
      'a buildpack that left',
      {
        builder: builder({
          builderMetadata: [{ id: 'acme/go', version: '1' }],
        }),
      },
      true,
      ['calls: Buildpack acme/node 1.2.0 is no longer in the builder.'],
    ],
    [
      'another lifecycle',
      { builder: builder({ lifecycle: { version: '0.21.17' } }) },
      true,
      ['calls: The builder has lifecycle 0.21.17, this build used 0.20.19.'],
    ],
    [
      'another lifecycle after a failure, which kpack leaves aside',
      {
        builds: [build({ succeeded: 'False' })],
        builder: builder({ lifecycle: { version: '0.21.17' } }),
      },
      false,
      [
        'left-aside: The builder has lifecycle 0.21.17, this build used 0.20.19.',
        'left-aside: Build 1 failed, and after a failure kpack rebuilds neither for a run image nor for buildpacks or a lifecycle.',
      ],
    ],
    [
      'a failure',
      { builds: [build({ succeeded: 'False' })] },
      false,
      [
        expect.stringMatching(
          /^left-aside: Build 1 failed, and kpack does not try again/,
        ),
      ],
    ],
    [
      'a new source after a failure',
      {
        image: image({ spec: { source: blob(NEW) } }),
        builds: [build({ succeeded: 'False' })],
      },
      true,
      ['calls: The source is at 433a68c, newer than build 1.'],
    ],
    [
      'a new source while a build is under way',
      {
        image: image({ spec: { source: blob(NEW) } }),
        builds: [build({ succeeded: 'Unknown' })],
      },
      true,
      [
        'calls: The source is at 433a68c, newer than build 1.',
        'holds-up: Build 1 is under way: nothing new starts before it ends.',
      ],
    ],
    [
      'no builder',
      { builder: undefined },
      false,
      [
        'holds-up: ClusterBuilder default is not there: nothing is built until it is.',
      ],
    ],
    ['a builder that cannot be read', { builder: 'unreadable' }, false, []],
    [
      'a builder that is not ready',
      {
        builder: builder({}, [
          { type: 'Ready', status: 'False', message: 'no store' },
        ]),
      },
      false,
      [
        'holds-up: ClusterBuilder default is not ready: nothing is built until it is. (no store)',
      ],
    ],
    [
      'a builder that is ready and old',
      {
        builder: builder({}, [
          { type: 'Ready', status: 'True' },
          { type: 'UpToDate', status: 'False', message: 'gone' },
        ]),
      },
      false,
      [
        'holds-up: ClusterBuilder default could not be made anew and goes on with what it had. (gone)',
      ],
    ],
    [
      'limits that are reached',
      {
        image: image({
          spec: { successBuildHistoryLimit: 2, failedBuildHistoryLimit: 1 },
        }),
        builds: [
          build({ number: 10 }),
          build({ number: 9 }),
          build({ number: 8, succeeded: 'False' }),
        ],
      },
      false,
      [
        expect.stringMatching(/^costs: .* delete build 9, the oldest of 2;/),
        expect.stringMatching(
          /^costs: .* delete build 8, the oldest failed one of 1;/,
        ),
      ],
    ],
    ['a first build that is to come', { builds: [] }, false, []],
  ])('tells of %s', (_, facts, isDue, says) => {
    const next = nextBuild({
      ...{ image: image(), builds: [build()], builder: builder() },
      ...facts,
    });
    expect(
      next.reasons.map(
        ({ effect, says: words, details }) =>
          `${effect}: ${words}${details ? ` (${details})` : ''}`,
      ),
    ).toEqual(says);
    expect(next.isDue).toBe(isDue);
  });

  it.each(['run1', 'run2'] as const)(
    'calls for no build of any image where %s had come to rest',
    name => {
      const cluster = clusterAtEnd(name);
      const around = cluster.around();
      const due = cluster.all('images.kpack.io').flatMap(each => {
        const { namespace, name: imageName } = each.meta;
        const builds = around.builds(namespace, imageName);
        const { kind, name: builderName = '' } = each.builder;
        const found =
          kind === 'Builder'
            ? cluster.get('builders.kpack.io', namespace, builderName)
            : cluster.get('clusterbuilders.kpack.io', '', builderName);
        const next = nextBuild({ image: each, builds, builder: found });
        return next.isDue
          ? [
              `${namespace}/${imageName}: ${next.reasons
                .map(r => r.says)
                .join(' ')}`,
            ]
          : [];
      });
      expect(due).toEqual([]);
    },
  );
});
