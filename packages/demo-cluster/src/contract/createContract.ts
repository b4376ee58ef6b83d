import type { ContractRoom } from './ContractRoom.ts';
import type { StoredObject } from './workloads.ts';
import { workloads } from './workloads.ts';

export function createContract(room: () => ContractRoom): void {
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
}
