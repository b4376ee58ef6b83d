import { textAt } from '../json/textAt.ts';
import { listAt } from '../json/listAt.ts';
import { startDemoClusters } from '../startDemoClusters.ts';
import type { DemoClusters } from '../startDemoClusters.ts';
import type { KubeObject } from '../state/KubeObject.ts';

jest.setTimeout(60_000);

const IMAGES = { group: 'kpack.io', plural: 'images' };
const BUILDS = { group: 'kpack.io', plural: 'builds' };
const PODS = { group: '', plural: 'pods' };
const POLICIES = {
  group: 'policy.sigstore.dev',
  plural: 'clusterimagepolicies',
};

describe.each(['run1', 'run2'])(
  'images of a recorded registry, beside %s',
  recording => {
    let demo: DemoClusters;
    beforeAll(async () => {
      demo = await startDemoClusters({ recording, registry: true });
    });
    afterAll(() => demo.close());

    const signed = () =>
      demo.build.state
        .list(IMAGES)
        .items.filter(({ metadata }) => metadata.namespace === 'signed');
    const nameOf = ({ metadata }: KubeObject) => metadata.name;

    it('are three: as it was, forged, and unsigned', () => {
      expect(signed().map(nameOf).sort()).toEqual([
        'receipts',
        'receipts-forged',
        'receipts-unsigned',
      ]);
    });

    it('have builds, pods and logs of their own, and uids that nothing else has', () => {
      for (const image of signed()) {
        const [build, ...others] = demo.build.state
          .list(BUILDS)
          .items.filter(
            each =>
              each.metadata.ownerReferences?.[0]?.uid === image.metadata.uid,
          );
        expect(others).toEqual([]);
        expect(textAt(build, 'status', 'latestImage')).toBe(
          textAt(image, 'status', 'latestImage'),
        );
        const pod = demo.build.state.get(
          PODS,
          'signed',
          textAt(build, 'status', 'podName') ?? '',
        );
        expect(pod?.metadata.ownerReferences?.[0]?.uid).toBe(
          build?.metadata.uid,
        );
      }
      const uids = demo.build.state.list(IMAGES).items.map(o => o.metadata.uid);
      expect(new Set(uids).size).toBe(uids.length);
    });

    it('stand beside a builder that has what they were built with', () => {
      const run = (object: KubeObject | undefined) =>
        textAt(object, 'status', 'stack', 'runImage')?.split('@')[1];
      for (const image of signed()) {
        const builder = demo.build.state.get(
          { group: 'kpack.io', plural: 'clusterbuilders' },
          undefined,
          textAt(image, 'spec', 'builder', 'name') ?? '',
        );
        const build = demo.build.state.get(
          BUILDS,
          'signed',
          textAt(image, 'status', 'latestBuildRef') ?? '',
        );
        expect(run(builder)).toBe(run(build));
        expect(run(builder)).toMatch(/^sha256:/);
        expect(textAt(builder, 'status', 'lifecycle', 'version')).toBe(
          textAt(build, 'status', 'lifecycleVersion'),
        );
      }
    });

    it('are in the registry under the digests that their builds say', async () => {
      for (const image of signed()) {
        const [, path = '', digest] =
          /^[^/]+\/(.+)@(.+)$/.exec(
            textAt(image, 'status', 'latestImage') ?? '',
          ) ?? [];
        const answer = await fetch(
          `${demo.registry?.url}/v2/${path}/manifests/${digest}`,
        );
        expect([path, answer.status]).toEqual([path, 200]);
      }
    });

    it('are what policies on the cluster that runs them are about', () => {
      const policies = demo.run.state.list(POLICIES).items;
      expect(policies.map(nameOf).sort()).toEqual([
        'company-images',
        'receipts-are-signed',
      ]);
      expect(
        listAt(policies[0], 'spec', 'authorities').map(each =>
          textAt(each, 'key', 'data'),
        ),
      ).toEqual([demo.registry?.publicKey]);
    });
  },
);

it('are not there unless asked for', async () => {
  const demo = await startDemoClusters();
  expect(demo.registry).toBeUndefined();
  expect(
    demo.build.state
      .list(IMAGES)
      .items.filter(({ metadata }) => metadata.namespace === 'signed'),
  ).toEqual([]);
  await demo.close();
});
