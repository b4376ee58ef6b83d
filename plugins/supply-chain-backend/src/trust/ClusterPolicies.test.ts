import type { PersonalCopy } from '../personal/PersonalCopy';
import type { StampedRead } from '../model/StampedRead';
import type { StampedSource } from '../service/stamped/StampedSource';
import { ClusterPolicies } from './ClusterPolicies';

const { signal } = new AbortController();
const IMAGE = `ghcr.io/acme/app@sha256:${'1'.repeat(64)}`;
const policy = (name: string, glob: string) => ({
  metadata: { name },
  spec: { images: [{ glob }] },
});

function policiesThat(read: StampedRead) {
  const asked: (string | undefined)[] = [];
  const policies = new ClusterPolicies({
    async read(query, _, source?: StampedSource) {
      expect(query.resource.plural).toBe('clusterimagepolicies');
      asked.push(source?.owner);
      return read;
    },
  });
  return { policies, asked };
}

describe('ClusterPolicies', () => {
  it('tells of those that are about the image, and of none that cannot be read', async () => {
    const { policies } = policiesThat({
      objects: [
        policy('ours', 'ghcr.io/acme/**'),
        policy('theirs', 'quay.io/**'),
        { spec: {} },
        undefined,
      ],
    });
    const told = await policies.about(IMAGE, 'run', { signal });
    expect(told.policies.map(({ name }) => name)).toEqual(['ours']);
    expect(told.problem).toBeUndefined();
  });

  it('says why there are none, and when there are too many to know all', async () => {
    const problem = {
      ...({ because: 'absent', cluster: 'run', resource: 'x' } as const),
    };
    const denied = policiesThat({ objects: [], problem });
    expect(await denied.policies.about(IMAGE, 'run', { signal })).toEqual({
      policies: [],
      problem,
    });
    const many = policiesThat({ objects: [], cut: true });
    expect(
      (await many.policies.about(IMAGE, 'run', { signal })).problem,
    ).toMatchObject({ because: 'unreadable', cluster: 'run' });
  });

  it('asks a cluster that wants each person’s own token as that person, or not at all', async () => {
    const { policies, asked } = policiesThat({ objects: [] });
    const personal = (owner?: string) =>
      ({
        has: (cluster: string) => cluster === 'own',
        source: (cluster: string) =>
          cluster === 'own' && owner ? { owner } : undefined,
      } as unknown as PersonalCopy);
    const about = (cluster: string, owner?: string) =>
      policies.about(IMAGE, cluster, { signal, personal: personal(owner) });
    await about('own', 'ada');
    await about('own');
    await about('shared', 'ada');
    expect(asked).toEqual(['ada', undefined]);
  });
});
