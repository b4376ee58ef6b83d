import { explainReasons } from './explainReasons';
import {
  blob,
  changedBuild,
  configChange,
  env,
  REVISIONS,
  type RawChange,
} from './testing/changedBuild';

const { old: OLD, new: NEW } = REVISIONS;

/** What is said of a Build that was made for these changes. */
const titles = (...made: Parameters<typeof changedBuild>) =>
  explainReasons(changedBuild(...made), undefined, 'shown').map(
    each => each.title,
  );

describe('explainReasons', () => {
  it.each<[string, RawChange[], object, string[]]>([
    [
      'first build',
      configChange({ source: {} }, blob(NEW)),
      {},
      ['First build'],
    ],
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
      configChange(blob(OLD), blob(NEW)),
      {},
      ['New source revision 433a68c'],
    ],
    [
      'a commit that only BP_OCI_SOURCE names',
      configChange(
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
        ...configChange(
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
      configChange(
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
      configChange(
        { ...blob(OLD), ...env(['A', '1']) },
        { ...blob(NEW), ...env(['A', '2']) },
      ),
      {},
      ['New source revision 433a68c', 'Configuration changed: env A'],
    ],
    [
      'a source image that moved',
      configChange(
        { source: { registry: { image: 'r/a@sha256:aa' } } },
        { source: { registry: { image: 'r/a@sha256:bb' } } },
      ),
      {},
      ['New source revision sha256:bb'],
    ],
    [
      'another repository without a commit',
      configChange(
        { source: { blob: { url: 'http://a/x.zip' } } },
        { source: { blob: { url: 'http://b/x.zip' } } },
      ),
      {},
      ['The source moved'],
    ],
    [
      'a sub path',
      configChange({ source: { subPath: 'a' } }, { source: { subPath: 'b' } }),
      {},
      ['Configuration changed: source.subPath'],
    ],
    [
      'many settings',
      configChange(
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
      configChange(
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
    expect(titles(changes, extra)).toEqual(expected);
  });

  it.each<
    [string, string | undefined, Parameters<typeof changedBuild>[1], string[]]
  >([
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
    expect(titles(changes, extra)).toEqual(expected);
  });
});
