import type { ContractRoom } from './ContractRoom.ts';
import { eventually } from './eventually.ts';
import type { StoredObject } from './workloads.ts';
import { workloads } from './workloads.ts';

const MERGE = 'application/merge-patch+json';
const JSON_PATCH = 'application/json-patch+json';

export function writeContract(room: () => ContractRoom): void {
  const path = (name: string) => workloads.path(room(), name);
  const read = async (name: string) =>
    (await room().client.get(path(name))).json() as unknown as StoredObject;

  describe('create', () => {
    it('fills in what the server knows and leaves the status to its owner', async () => {
      const { client } = room();
      const body = {
        ...workloads.body('made'),
        status: { observedGeneration: 7 },
      };
      const answer = await client.send('POST', workloads.collection(room()), {
        body,
      });
      expect(answer.status).toBe(201);
      const made = answer.json() as unknown as StoredObject;
      expect(made.metadata).toMatchObject({
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resourceVersion: expect.stringMatching(/^\d+$/),
        creationTimestamp: expect.stringMatching(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
        ),
        generation: 1,
      });
      expect(made.status).toBeUndefined();
      expect(await read('made')).toEqual(made);
    });

    it('makes a name from generateName', async () => {
      const { client } = room();
      const body = {
        ...workloads.body(''),
        metadata: { generateName: 'many-' },
      };
      const made = (
        await client.send('POST', workloads.collection(room()), { body })
      ).json() as unknown as StoredObject;
      expect(made.metadata.name).toMatch(/^many-[a-z0-9]{5}$/);
    });

    it.each([
      [
        'what is there already',
        'made',
        409,
        'AlreadyExists',
        'workloads.carto.run "made" already exists',
      ],
      [
        'a bad name',
        'Not_Valid',
        422,
        'Invalid',
        "Workload.carto.run \"Not_Valid\" is invalid: metadata.name: Invalid value: \"Not_Valid\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
      ],
      [
        'no name',
        '',
        422,
        'Invalid',
        'Workload.carto.run "" is invalid: metadata.name: Required value: name or generateName is required',
      ],
    ])('refuses %s', async (_what, name, status, reason, message) => {
      const answer = await room().client.send(
        'POST',
        workloads.collection(room()),
        { body: workloads.body(name) },
      );
      expect(answer.status).toBe(status);
      expect(answer.json()).toMatchObject({
        kind: 'Status',
        status: 'Failure',
        reason,
        message,
        code: status,
      });
    });

    it.each([
      [
        'no JSON',
        '{"a"',
        400,
        expect.stringMatching(
          /^the object provided is unrecognized \(must be of type Workload\): couldn't get version\/kind; json parse error: /,
        ),
      ],
      [
        'another API version',
        { apiVersion: 'v1', kind: 'Workload' },
        400,
        'the API version in the data (v1) does not match the expected API version (carto.run/v1alpha1)',
      ],
      [
        'another kind',
        { apiVersion: 'carto.run/v1alpha1', kind: 'Pod' },
        422,
        'Pod.carto.run "" is invalid: kind: Invalid value: "Pod": must be Workload',
      ],
    ])('refuses a body with %s', async (_what, body, status, message) => {
      const answer = await room().client.send(
        'POST',
        workloads.collection(room()),
        { body },
      );
      expect(answer.status).toBe(status);
      expect(answer.json()).toMatchObject({ kind: 'Status', message });
    });

    it('refuses a namespace that is not there', async () => {
      const answer = await room().client.send(
        'POST',
        '/apis/carto.run/v1alpha1/namespaces/nowhere-at-all/workloads',
        {
          body: workloads.body('lost'),
        },
      );
      expect(answer.status).toBe(404);
      expect(answer.json()).toMatchObject({
        message: 'namespaces "nowhere-at-all" not found',
        reason: 'NotFound',
      });
    });

    it('tries without keeping with dryRun=All', async () => {
      const { client } = room();
      const answer = await client.send(
        'POST',
        `${workloads.collection(room())}?dryRun=All`,
        { body: workloads.body('dry') },
      );
      expect(answer.status).toBe(201);
      expect((await client.get(path('dry'))).status).toBe(404);
    });
  });

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
    }, 30_000);

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
    }, 30_000);

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
