import type { ContractRoom } from './ContractRoom.ts';
import { workloads } from './workloads.ts';

export function updateContract(room: () => ContractRoom): void {
  const path = (name: string) => workloads.path(room(), name);

  describe('update', () => {
    it('replaces the version it names and no other', async () => {
      const { client } = room();
      const made = await workloads.create(room(), 'updated');
      const body = {
        ...workloads.body('updated', made.metadata),
        spec: { image: 'registry.example/three' },
      };
      const answer = await client.send('PUT', path('updated'), { body });
      expect(answer.status).toBe(200);
      expect(answer.json()).toMatchObject({
        metadata: { generation: 2, uid: made.metadata.uid },
      });
      const again = await client.send('PUT', path('updated'), { body });
      expect(again.status).toBe(409);
      expect(again.json()).toMatchObject({ reason: 'Conflict' });
    });

    it('must name a version', async () => {
      const answer = await room().client.send('PUT', path('updated'), {
        body: workloads.body('updated'),
      });
      expect(answer.status).toBe(422);
      expect(answer.json()).toMatchObject({
        message: expect.stringMatching(
          /metadata\.resourceVersion: Invalid value: .*must be specified for an update/,
        ),
      });
    });

    it('must name the object of the URL', async () => {
      const answer = await room().client.send('PUT', path('updated'), {
        body: workloads.body('other'),
      });
      expect(answer.status).toBe(400);
      expect(answer.json()).toMatchObject({
        message:
          'the name of the object (other) does not match the name on the URL (updated)',
      });
    });
  });
}
