import type { ContractRoom } from './ContractRoom.ts';
import type { StoredObject } from './workloads.ts';
import { workloads } from './workloads.ts';

const MERGE = 'application/merge-patch+json';
const JSON_PATCH = 'application/json-patch+json';

export function patchContract(room: () => ContractRoom): void {
  const path = (name: string) => workloads.path(room(), name);
  const read = async (name: string) =>
    (await room().client.get(path(name))).json() as unknown as StoredObject;

  describe('patch', () => {
    beforeAll(async () => {
      await workloads.create(room(), 'patched', { annotations: { keep: '1' } });
    });

    it('merges metadata without a new generation', async () => {
      const before = await read('patched');
      const answer = await workloads.patch(room(), 'patched', {
        metadata: { annotations: { added: 'x' } },
      });
      const after = answer.json() as unknown as StoredObject;
      expect(answer.status).toBe(200);
      expect(after.metadata.annotations).toEqual({ keep: '1', added: 'x' });
      expect(after.metadata.generation).toBe(before.metadata.generation);
      expect(Number(after.metadata.resourceVersion)).toBeGreaterThan(
        Number(before.metadata.resourceVersion),
      );
    });

    it('removes by null', async () => {
      const answer = await workloads.patch(room(), 'patched', {
        metadata: { annotations: { added: null } },
      });
      expect(
        (answer.json() as unknown as StoredObject).metadata.annotations,
      ).toEqual({ keep: '1' });
    });

    it('counts a generation for a new spec', async () => {
      const { metadata } = await read('patched');
      const answer = await workloads.patch(room(), 'patched', {
        spec: { image: 'registry.example/two' },
      });
      expect(answer.json()).toMatchObject({
        metadata: { generation: metadata.generation + 1 },
      });
    });

    it('changes nothing, not even the version, when there is nothing to change', async () => {
      const before = await read('patched');
      const answer = await workloads.patch(room(), 'patched', {
        metadata: { annotations: { keep: '1' } },
      });
      expect(answer.json()).toMatchObject({
        metadata: { resourceVersion: before.metadata.resourceVersion },
      });
    });

    it('keeps spec and status apart', async () => {
      const { client } = room();
      const status = { observedGeneration: 3 };
      await workloads.patch(room(), 'patched', { status });
      expect((await read('patched')).status).toBeUndefined();
      const before = await read('patched');
      const answer = await client.send('PATCH', `${path('patched')}/status`, {
        body: { status, spec: { image: 'ignored' } },
        contentType: MERGE,
      });
      const after = answer.json() as unknown as StoredObject;
      expect(after).toMatchObject({
        status,
        spec: before.spec,
        metadata: { generation: before.metadata.generation },
      });
    });

    it.each([
      [
        'a version that has moved on',
        { metadata: { resourceVersion: '1', annotations: { demo: 'y' } } },
        409,
        'Conflict',
        'Operation cannot be fulfilled on workloads.carto.run "patched": the object has been modified; please apply your changes to the latest version and try again',
      ],
      [
        'another uid',
        { metadata: { uid: '00000000-0000-0000-0000-000000000000' } },
        422,
        'Invalid',
        'Workload.carto.run "patched" is invalid: metadata.uid: Invalid value: "00000000-0000-0000-0000-000000000000": field is immutable',
      ],
      [
        'a label that is no text',
        { metadata: { labels: { a: 1 } } },
        422,
        'Invalid',
        expect.stringMatching(
          /json: cannot unmarshal number into Go struct field ObjectMeta\.labels of type string$/,
        ),
      ],
      [
        'no object',
        'nonsense',
        400,
        'BadRequest',
        expect.stringMatching(/^error decoding patch: /),
      ],
      [
        'a list',
        [],
        400,
        'BadRequest',
        'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
      ],
    ])('refuses %s', async (_what, body, status, reason, message) => {
      const answer = await workloads.patch(room(), 'patched', body);
      expect(answer.status).toBe(status);
      expect(answer.json()).toMatchObject({ reason, message });
    });

    it('takes the version that stands as a precondition', async () => {
      const { metadata } = await read('patched');
      const answer = await workloads.patch(room(), 'patched', {
        metadata: {
          resourceVersion: metadata.resourceVersion,
          annotations: { locked: 'yes' },
        },
      });
      expect(answer.status).toBe(200);
    });

    it('knows no patch of what is not there', async () => {
      const answer = await workloads.patch(room(), 'nothere', {
        metadata: { annotations: { a: 'b' } },
      });
      expect(answer.status).toBe(404);
      expect(answer.json()).toMatchObject({
        message: 'workloads.carto.run "nothere" not found',
      });
    });

    it('takes JSON patches', async () => {
      const { client } = room();
      const answer = await client.send('PATCH', path('patched'), {
        contentType: JSON_PATCH,
        body: [
          { op: 'test', path: '/metadata/name', value: 'patched' },
          {
            op: 'add',
            path: '/metadata/annotations/example.com~1x',
            value: 'y',
          },
          { op: 'remove', path: '/metadata/annotations/keep' },
        ],
      });
      expect(answer.status).toBe(200);
      const { annotations } = (answer.json() as unknown as StoredObject)
        .metadata;
      expect(annotations).toMatchObject({ 'example.com/x': 'y' });
      expect(annotations).not.toHaveProperty('keep');
    });

    it.each([
      [
        'a test that fails',
        [{ op: 'test', path: '/metadata/name', value: 'other' }],
      ],
      [
        'a path that is not there',
        [{ op: 'remove', path: '/metadata/annotations/absent' }],
      ],
    ])('refuses a JSON patch with %s', async (_what, body) => {
      const answer = await room().client.send('PATCH', path('patched'), {
        contentType: JSON_PATCH,
        body,
      });
      expect(answer.status).toBe(422);
      expect(answer.json()).toMatchObject({
        reason: 'Invalid',
        message:
          'the server rejected our request due to an error in our request',
      });
    });

    it('has no strategic merge for custom resources', async () => {
      const answer = await room().client.send('PATCH', path('patched'), {
        contentType: 'application/strategic-merge-patch+json',
        body: {},
      });
      expect(answer.status).toBe(415);
      expect(answer.json()).toMatchObject({
        reason: 'UnsupportedMediaType',
        message: expect.stringContaining(
          'application/json-patch+json, application/merge-patch+json',
        ),
      });
    });
  });
}
