import type { ReasonView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { whySentence } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { explainReasons } from './explainReasons';
import { readBuild } from './objects/readBuild';
import { clusterAtEnd } from './testing/recording';
import type { ValuesShown } from './ValuesShown';

const run1 = clusterAtEnd('run1').around();

const OLD = '1fee325f45924805776eff569e217b138f0077bb';
const NEW = '433a68cc94e1f5692672047d80cbb23577949591';
const FLUX = 'http://flux.example/gitrepository/ns/app';

type Payload = { reason: string; old?: unknown; new?: unknown };

function build(
  changes: readonly Payload[] | string | undefined,
  extra: {
    reason?: string;
    number?: string;
    made?: boolean;
    status?: object;
    spec?: object;
  } = {},
) {
  return readBuild({
    metadata: {
      name: 'app-build-2',
      namespace: 'ns',
      labels:
        extra.made === false
          ? {}
          : {
              'image.kpack.io/image': 'app',
              'image.kpack.io/buildNumber': extra.number ?? '2',
            },
      annotations: {
        ...(changes === undefined
          ? {}
          : {
              'image.kpack.io/buildChanges':
                typeof changes === 'string' ? changes : JSON.stringify(changes),
            }),
        ...(extra.reason ? { 'image.kpack.io/reason': extra.reason } : {}),
      },
    },
    spec: extra.spec ?? {},
    status: extra.status ?? {},
  });
}

const titles = (reasons: readonly ReasonView[]) =>
  reasons.map(each => each.title);

function config(old: object, now: object): Payload[] {
  return [
    {
      reason: 'CONFIG',
      old: { resources: {}, ...old },
      new: { resources: {}, ...now },
    },
  ];
}

const blob = (revision: string) => ({
  source: { blob: { url: `${FLUX}/${revision}.tar.gz` } },
});
const env = (...pairs: [string, string][]) => ({
  env: pairs.map(([name, value]) => ({ name, value })),
});

describe('explainReasons', () => {
  it.each<[string, Payload[], object, string[]]>([
    ['first build', config({ source: {} }, blob(NEW)), {}, ['First build']],
    [
      'a commit of kpack itself',
      [{ reason: 'COMMIT', old: OLD, new: NEW }],
      {},
      ['New source revision 433a68c'],
    ],
    [
      "kpack's own test case",
      [{ reason: 'COMMIT', old: '1234567', new: 'new-commit' }],
      {},
      ['New source revision new-commit'],
    ],
    [
      'a commit behind Flux, which kpack calls CONFIG',
      config(blob(OLD), blob(NEW)),
      {},
      ['New source revision 433a68c'],
    ],
    [
      'a commit that only BP_OCI_SOURCE names',
      config(
        env(['BP_OCI_SOURCE', `main@sha1:${OLD}`]),
        env(['BP_OCI_SOURCE', `main@sha1:${NEW}`]),
      ),
      {},
      ['New source revision 433a68c'],
    ],
    [
      'a commit of a git repository that moved',
      [
        { reason: 'COMMIT', old: OLD, new: NEW },
        ...config(
          {
            source: { git: { url: 'https://git.example/old', revision: OLD } },
          },
          {
            source: { git: { url: 'https://git.example/new', revision: NEW } },
          },
        ),
      ],
      {},
      ['New source revision 433a68c', 'The source moved'],
    ],
    [
      'a variable that was a reference',
      config(
        {
          source: {},
          env: [{ name: 'B', valueFrom: { fieldRef: { fieldPath: 'x' } } }],
        },
        { ...env(['B', '1'], ['C', '']) },
      ),
      {},
      ['Configuration changed: env B, env C'],
    ],
    [
      'commit and env together',
      config(
        { ...blob(OLD), ...env(['A', '1']) },
        { ...blob(NEW), ...env(['A', '2']) },
      ),
      {},
      ['New source revision 433a68c', 'Configuration changed: env A'],
    ],
    [
      'a source image that moved',
      config(
        { source: { registry: { image: 'r/a@sha256:aa' } } },
        { source: { registry: { image: 'r/a@sha256:bb' } } },
      ),
      {},
      ['New source revision sha256:bb'],
    ],
    [
      'another repository without a commit',
      config(
        { source: { blob: { url: 'http://a/x.zip' } } },
        { source: { blob: { url: 'http://b/x.zip' } } },
      ),
      {},
      ['The source moved'],
    ],
    [
      'a sub path',
      config({ source: { subPath: 'a' } }, { source: { subPath: 'b' } }),
      {},
      ['Configuration changed: source.subPath'],
    ],
    [
      'many settings',
      config(
        { source: { subPath: 'x' } },
        {
          source: { subPath: 'x' },
          ...env(['A', '1'], ['B', '2'], ['C', '3'], ['D', '4']),
        },
      ),
      {},
      ['Configuration changed: env A, env B, env C and 1 more'],
    ],
    [
      'a service',
      config(
        { source: { subPath: 'x' } },
        {
          source: { subPath: 'x' },
          services: [{ kind: 'Secret', name: 'npm.token', apiVersion: 'v1' }],
        },
      ),
      {},
      ['Configuration changed: services npm.token'],
    ],
    [
      'a buildpack that moved',
      [
        {
          reason: 'BUILDPACK',
          old: [{ id: 'acme/node', version: '1.2.0' }],
          new: null,
        },
      ],
      { status: { buildMetadata: [{ id: 'acme/node', version: '1.3.0' }] } },
      ['Buildpack acme/node moved from 1.2.0 to 1.3.0'],
    ],
    [
      'a buildpack that left, while the build runs',
      [
        {
          reason: 'BUILDPACK',
          old: [{ id: 'io.buildpack', version: 'old-version' }],
          new: null,
        },
      ],
      {},
      ['Buildpack io.buildpack old-version left the builder'],
    ],
    [
      'several buildpacks',
      [
        {
          reason: 'BUILDPACK',
          old: [
            { id: 'a', version: '1' },
            { id: 'b', version: '1' },
          ],
          new: null,
        },
      ],
      {},
      ['2 buildpacks changed in the builder'],
    ],
    [
      'a stack, full build',
      [{ reason: 'STACK', old: 'sha256:67e3', new: 'sha256:a1aa' }],
      {},
      ['Run image updated'],
    ],
    [
      'a stack, rebased',
      [{ reason: 'STACK', old: 'sha256:67e3', new: 'sha256:a1aa' }],
      { status: { stepsCompleted: ['rebase'] } },
      ['Run image updated, rebased without a rebuild'],
    ],
    [
      'a lifecycle',
      [{ reason: 'LIFECYCLE', old: '0.20.19', new: '0.21.17' }],
      {},
      ['The CNB lifecycle moved from 0.20.19 to 0.21.17'],
    ],
    [
      'a lifecycle after kpack itself moved',
      [{ reason: 'LIFECYCLE', old: '', new: '0.21.17' }],
      {},
      ['The CNB lifecycle is 0.21.17, the build before did not record its own'],
    ],
    [
      'a trigger',
      [
        {
          reason: 'TRIGGER',
          old: '',
          new: 'A new build was manually triggered on Fri, 20 Nov 2020 15:38:15 -0500',
        },
      ],
      {},
      ['Rebuild asked for by hand at 2020-11-20 20:38:15 UTC'],
    ],
    [
      'a reason of a kpack to come',
      [{ reason: 'SBOM', old: 1, new: 2 }],
      {},
      ['SBOM'],
    ],
    [
      "everything at once, in kpack's order",
      [
        { reason: 'TRIGGER', new: '' },
        { reason: 'COMMIT', old: OLD, new: NEW },
        { reason: 'STACK', old: 'a', new: 'b' },
      ],
      {},
      [
        'Rebuild asked for by hand',
        'New source revision 433a68c',
        'Run image updated',
      ],
    ],
  ])('%s', (_, changes, extra, expected) => {
    expect(
      titles(explainReasons(build(changes, extra), undefined, 'shown')),
    ).toEqual(expected);
  });

  it.each<[string, string | undefined, Parameters<typeof build>[1], string[]]>([
    [
      'no annotation, as from old kpack',
      undefined,
      { reason: 'CONFIG,STACK' },
      ['Configuration changed', 'Run image updated'],
    ],
    [
      'the first build without a payload',
      undefined,
      { reason: 'CONFIG', number: '1' },
      ['First build'],
    ],
    [
      'a commit without a payload',
      undefined,
      { reason: 'COMMIT', spec: { source: { git: { revision: NEW } } } },
      ['New source revision 433a68c'],
    ],
    [
      'broken JSON',
      '[{"reason":"CONF',
      { reason: 'STACK' },
      ['Run image updated'],
    ],
    [
      'JSON of another shape',
      '{"reason":"CONFIG"}',
      { reason: 'LIFECYCLE' },
      ['The CNB lifecycle changed'],
    ],
    ['an unknown reason alone', undefined, { reason: 'MOON' }, ['MOON']],
    [
      'a build made by hand',
      undefined,
      { made: false },
      ['Made by hand, not by a kpack Image'],
    ],
    ['nothing at all', undefined, {}, ['kpack gave no reason']],
  ])('falls back: %s', (_, changes, extra, expected) => {
    expect(
      titles(explainReasons(build(changes, extra), undefined, 'shown')),
    ).toEqual(expected);
  });

  it.each<[ValuesShown, object]>([
    ['shown', { old: 'hunter2', new: 'hunter3', redacted: false }],
    ['redacted', { redacted: true }],
  ])(
    'names a changed variable and, with values %s, tells no more than that',
    (values, rest) => {
      const changed = explainReasons(
        build(
          config(
            { source: { subPath: 'a' }, ...env(['PASSWORD', 'hunter2']) },
            { source: { subPath: 'a' }, ...env(['PASSWORD', 'hunter3']) },
          ),
        ),
        undefined,
        values,
      );
      expect(changed[0]?.details).toEqual([
        { path: 'env.PASSWORD', kind: 'changed', ...rest },
      ]);
      if (values === 'redacted')
        expect(JSON.stringify(changed)).not.toContain('hunter');
    },
  );

  it('shows both revisions of a commit behind Flux, and where the archive is', () => {
    const [reason] = explainReasons(
      build(config(blob(OLD), blob(NEW))),
      undefined,
      'redacted',
    );
    expect(reason).toMatchObject({
      kind: 'source',
      said: 'CONFIG',
      message: 'source',
      params: { revision: '433a68c' },
    });
    expect(reason?.details).toEqual([
      {
        path: 'source.revision',
        kind: 'changed',
        old: OLD,
        new: NEW,
        redacted: false,
      },
      {
        path: 'source.blob.url',
        kind: 'changed',
        old: `${FLUX}/${OLD}.tar.gz`,
        new: `${FLUX}/${NEW}.tar.gz`,
        redacted: false,
      },
    ]);
  });

  it('does not show what stands before the host of a URL', () => {
    const at = (secret: string) => ({
      source: { blob: { url: `https://me:${secret}@a.example/x.zip` } },
    });
    const reasons = explainReasons(
      build(config(at('s3cret'), at('t0ken'))),
      undefined,
      'shown',
    );
    expect(JSON.stringify(reasons)).not.toMatch(/s3cret|t0ken/);
  });

  it('names entries of a list by their name, so that one more does not shift the others', () => {
    const [reason] = explainReasons(
      build(
        config(
          { source: { subPath: 'x' }, ...env(['B', '2']) },
          { source: { subPath: 'x' }, ...env(['A', '1'], ['B', '2']) },
        ),
      ),
      undefined,
      'shown',
    );
    expect(reason?.details.map(each => [each.path, each.kind])).toEqual([
      ['env.A', 'added'],
    ]);
  });

  it.each([
    ['storefront', 'payments', 1, 'New source revision 433a68c'],
    [
      'storefront',
      'payments',
      2,
      'Rebuild asked for by hand at 2026-11-22 21:22:02 UTC',
    ],
    [
      'storefront',
      'payments',
      3,
      'Run image updated, rebased without a rebuild',
    ],
    [
      'storefront',
      'payments',
      4,
      'Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
    ],
    [
      'storefront',
      'payments',
      5,
      'The CNB lifecycle moved from 0.20.19 to 0.21.17',
    ],
    ['storefront', 'orders', 0, 'First build'],
    [
      'storefront',
      'orders',
      1,
      'Configuration changed: env BP_GO_TARGETS, env BP_LOG_LEVEL',
    ],
    ['dev', 'orders', 1, 'New source revision 30f615c'],
    ['dev', 'billing', 2, 'Configuration changed: services npm-token'],
  ])(
    'of recorded %s/%s, build at %i: %s',
    (namespace, image, index, sentence) => {
      const builds = run1
        .builds(namespace, image)
        .slice()
        .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
      // payments' first build is gone from the history, the others have theirs.
      const wanted = builds.find(each => each.number === index + 1);
      expect(
        wanted && whySentence(explainReasons(wanted, undefined, 'redacted')),
      ).toBe(sentence);
    },
  );
});

describe('a URL of which only the credentials differ', () => {
  it('shows that something is hidden, not two equal values', () => {
    const git = (user: string) => ({
      source: { git: { url: `https://${user}@git.example/app` } },
    });
    const [reason] = explainReasons(
      build(config(git('old:secret'), git('new:secret'))),
      undefined,
      'shown',
    );
    expect(reason?.details).toEqual([
      { path: 'source.git.url', kind: 'changed', redacted: true },
    ]);
  });
});
