import type { ContractRoom } from './ContractRoom.ts';
import { eventually } from './eventually.ts';
import type { StoredObject } from './workloads.ts';
import { workloads } from './workloads.ts';

export function deleteContract(room: () => ContractRoom): void {
  const path = (name: string) => workloads.path(room(), name);
  const read = async (name: string) =>
    (await room().client.get(path(name))).json() as unknown as StoredObject;

  describe('delete', () => {
    it('says what it removed', async () => {
      const { client } = room();
      const { metadata } = await workloads.create(room(), 'doomed');
      const answer = await client.send('DELETE', path('doomed'));
      expect(answer.status).toBe(200);
      expect(answer.json()).toMatchObject({
        kind: 'Status',
        status: 'Success',
        details: {
          name: 'doomed',
          group: 'carto.run',
          kind: 'workloads',
          uid: metadata.uid,
        },
      });
      const again = await client.send('DELETE', path('doomed'));
      expect(again.status).toBe(404);
      expect(again.json()).toMatchObject({
        message: 'workloads.carto.run "doomed" not found',
        reason: 'NotFound',
        details: { name: 'doomed', group: 'carto.run', kind: 'workloads' },
      });
    });

    it('keeps to preconditions', async () => {
      await workloads.create(room(), 'guarded');
      const answer = await room().client.send('DELETE', path('guarded'), {
        body: {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          preconditions: { uid: 'another' },
        },
      });
      expect(answer.status).toBe(409);
      expect(answer.json()).toMatchObject({
        message: expect.stringMatching(
          /^Operation cannot be fulfilled on Workload\.carto\.run "guarded": the UID in the precondition \(another\) does not match the UID in record \([0-9a-f-]+\)\. The object might have been deleted and then recreated$/,
        ),
      });
    });

    it('waits for finalizers', async () => {
      const { client } = room();
      await workloads.create(room(), 'held', {
        finalizers: ['example.com/wait'],
      });
      await client.send('DELETE', path('held'));
      expect((await read('held')).metadata.deletionTimestamp).toBeDefined();
      await workloads.patch(room(), 'held', { metadata: { finalizers: null } });
      expect((await client.get(path('held'))).status).toBe(404);
    });

    it('takes along what it owned', async () => {
      const { client } = room();
      const owner = await workloads.create(room(), 'owner');
      const ref = {
        apiVersion: workloads.apiVersion,
        kind: 'Workload',
        name: 'owner',
        uid: owner.metadata.uid,
      };
      await workloads.create(room(), 'owned', { ownerReferences: [ref] });
      await client.send('DELETE', path('owner'));
      await eventually(async () =>
        expect((await client.get(path('owned'))).status).toBe(404),
      );
    });

    it('leaves orphans when told so', async () => {
      const { client } = room();
      const owner = await workloads.create(room(), 'parent');
      const ref = {
        apiVersion: workloads.apiVersion,
        kind: 'Workload',
        name: 'parent',
        uid: owner.metadata.uid,
      };
      await workloads.create(room(), 'orphan', { ownerReferences: [ref] });
      await client.send('DELETE', `${path('parent')}?propagationPolicy=Orphan`);
      await eventually(async () =>
        expect((await client.get(path('parent'))).status).toBe(404),
      );
      expect((await read('orphan')).metadata.ownerReferences ?? []).toEqual([]);
    });

    it('removes a collection by selector', async () => {
      const { client } = room();
      await workloads.create(room(), 'heap-1', { labels: { heap: 'yes' } });
      await workloads.create(room(), 'heap-2', { labels: { heap: 'yes' } });
      await workloads.create(room(), 'heap-3', { labels: { heap: 'no' } });
      const answer = await client.send(
        'DELETE',
        `${workloads.collection(room())}?labelSelector=heap%3Dyes`,
      );
      expect(answer.status).toBe(200);
      const left = (
        await client.get(`${workloads.collection(room())}?labelSelector=heap`)
      ).json();
      expect(left).toMatchObject({ items: [{ metadata: { name: 'heap-3' } }] });
    });
  });
}
