import { recording } from '../testing/recording';
import { readBuilder } from './readBuilder';
import { readClusterLifecycle } from './readClusterLifecycle';
import { readClusterStack } from './readClusterStack';
import { readClusterStore } from './readClusterStore';

const { end } = recording('run2');

function raw(plural: string, name: string): unknown {
  return end
    .find(kind => kind.plural === plural && kind.group === 'kpack.io')
    ?.objects.find(object => object.metadata.name === name);
}

describe('what a real kpack says of its builders', () => {
  it('reads a Builder: what it was asked for, what it resolved to, what it is made of', () => {
    const builder = readBuilder(raw('builders', 'node-only'), 'namespaced');
    expect(builder).toMatchObject({
      meta: { namespace: 'shop', name: 'node-only', generation: 1 },
      ...{ stack: 'base', store: 'default', lifecycle: 'default-lifecycle' },
      lifecycleVersion: '0.20.19',
      ...{ observedGeneration: 1, observedStackGeneration: 3 },
      observedStoreGeneration: 3,
      stackId: 'io.buildpacks.stacks.bookworm',
      runImage: expect.stringContaining('-run-image@sha256:'),
      latestImage: expect.stringContaining('@sha256:'),
      asked: [
        [
          { id: 'acme/ca-certificates', optional: true },
          { id: 'acme/node-engine', version: '1.2.0', optional: false },
          { id: 'acme/npm-install', optional: false },
        ],
      ],
      order: [
        [
          { id: 'acme/ca-certificates', version: '3.8.5', optional: true },
          { id: 'acme/node-engine', version: '1.2.0' },
          { id: 'acme/npm-install', version: '1.6.1' },
        ],
      ],
      conditions: [
        { type: 'Ready', status: 'True' },
        { type: 'UpToDate', status: 'True' },
      ],
    });
    expect(builder.buildpacks).toContainEqual({
      ...{ id: 'acme/npm-install', version: '1.6.1' },
      homepage: 'https://example.com/acme/npm-install',
    });
  });

  it('reads a ClusterBuilder that never was built, with the reason', () => {
    const builder = readBuilder(raw('clusterbuilders', 'broken'), 'cluster');
    expect(builder.meta.namespace).toBe('');
    expect(builder).not.toHaveProperty('latestImage');
    expect(builder).toMatchObject({
      ...{ order: [], buildpacks: [] },
      conditions: [
        { type: 'Ready', status: 'False', reason: 'NoLatestImage' },
        {
          ...{ type: 'UpToDate', status: 'False' },
          message: "could not find buildpack with id 'acme/python'",
        },
      ],
    });
  });

  it('reads a ClusterStack: the images asked for and the digests they had', () => {
    expect(readClusterStack(raw('clusterstacks', 'base'))).toMatchObject({
      id: 'io.buildpacks.stacks.bookworm',
      runImage: {
        asked: 'registry.acme.localhost/acme/stack-base-run:0.1.10',
        resolvedFrom: 'registry.acme.localhost/acme/stack-base-run:0.1.10',
        latestImage: expect.stringContaining('@sha256:'),
      },
      ...{ observedGeneration: 3, conditions: [{ type: 'Ready' }] },
    });
  });

  it('reads a ClusterStore: each buildpack and the source that brought it', () => {
    const store = readClusterStore(raw('clusterstores', 'canary'));
    expect(store.sources).toHaveLength(2);
    expect(store.buildpacks).toContainEqual({
      ...{ id: 'acme/go-build', version: '2.1.0' },
      homepage: 'https://example.com/acme/go-build',
      source: 'registry.acme.localhost/acme/buildpacks/go:4.4.0',
      buildpackage: {
        ...{ id: 'acme/go', version: '4.4.0' },
        homepage: 'https://example.com/acme/go',
      },
      order: [],
    });
  });

  it('reads a ClusterLifecycle', () => {
    expect(
      readClusterLifecycle(raw('clusterlifecycles', 'canary')),
    ).toMatchObject({
      version: '0.20.19',
      image: {
        asked: 'registry.acme.localhost/buildpacksio/lifecycle:0.20.19',
        latestImage: expect.stringContaining('lifecycle@sha256:'),
      },
      conditions: [{ type: 'Ready', status: 'True' }],
    });
  });

  it('reads a builder that takes a buildpack from an object', () => {
    const bare = { metadata: { name: 'a' } };
    const group = [{ kind: 'ClusterBuildpack', name: 'java' }, {}, 7];
    expect(
      readBuilder({ ...bare, spec: { order: [{ group }] } }, 'cluster').asked,
    ).toEqual([[{ object: 'ClusterBuildpack/java', optional: false }]]);
  });
});
