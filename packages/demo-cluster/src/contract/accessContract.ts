import type { ContractRoom } from './ContractRoom.ts';
import { eventually } from './eventually.ts';
import { workloads } from './workloads.ts';

const RBAC = 'rbac.authorization.k8s.io';
const AUTHORIZATION = '/apis/authorization.k8s.io/v1';

export function accessContract(room: () => ContractRoom): void {
  describe('access', () => {
    const asViewer = () => ({ token: room().viewerToken });
    const viewerName = async () => {
      const answer = await room().client.send(
        'POST',
        '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        {
          ...asViewer(),
          body: {
            apiVersion: 'authentication.k8s.io/v1',
            kind: 'SelfSubjectReview',
          },
        },
      );
      return (answer.json().status as { userInfo: { username: string } })
        .userInfo.username;
    };
    const mayViewer = async (attributes: object) => {
      const answer = await room().client.send(
        'POST',
        `${AUTHORIZATION}/selfsubjectaccessreviews`,
        {
          ...asViewer(),
          body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: {
              resourceAttributes: {
                namespace: room().namespace,
                ...attributes,
              },
            },
          },
        },
      );
      expect(answer.status).toBe(201);
      return (answer.json().status as { allowed: boolean }).allowed;
    };

    it('401 for a token that is none', async () => {
      const answer = await room().client.get(workloads.everywhere, {
        token: 'wrong',
      });
      expect(answer.status).toBe(401);
      expect(answer.json()).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: 'Unauthorized',
        reason: 'Unauthorized',
        code: 401,
      });
    });

    it('403 for nobody in particular', async () => {
      const answer = await room().client.get(workloads.everywhere, {
        token: null,
      });
      expect(answer.status).toBe(403);
      expect(answer.json()).toMatchObject({
        message:
          'workloads.carto.run is forbidden: User "system:anonymous" cannot list resource "workloads" in API group "carto.run" at the cluster scope',
      });
    });

    it('health is open to everybody, paths are not', async () => {
      const { client } = room();
      expect((await client.get('/readyz', { token: null })).status).toBe(200);
      const answer = await client.get('/apis', { token: null });
      expect(answer.json()).toMatchObject({
        code: 403,
        reason: 'Forbidden',
        message: 'forbidden: User "system:anonymous" cannot get path "/apis"',
        details: {},
      });
      expect((await client.get('/apis', asViewer())).status).toBe(200);
    });

    it.each([
      [
        'GET',
        'workloads',
        '',
        'workloads.carto.run is forbidden',
        'list',
        'workloads',
      ],
      [
        'GET',
        'workloads',
        '?watch=true',
        'workloads.carto.run is forbidden',
        'watch',
        'workloads',
      ],
      [
        'GET',
        'workloads/one',
        '',
        'workloads.carto.run "one" is forbidden',
        'get',
        'workloads',
      ],
      [
        'GET',
        'workloads/one/status',
        '',
        'workloads.carto.run "one" is forbidden',
        'get',
        'workloads/status',
      ],
      [
        'PATCH',
        'workloads/one',
        '',
        'workloads.carto.run "one" is forbidden',
        'patch',
        'workloads',
      ],
      [
        'DELETE',
        'workloads/one',
        '',
        'workloads.carto.run "one" is forbidden',
        'delete',
        'workloads',
      ],
      [
        'GET',
        'workloads',
        '?fieldSelector=metadata.name%3Done',
        'workloads.carto.run "one" is forbidden',
        'list',
        'workloads',
      ],
    ])(
      '403 says what was refused: %s %s%s',
      async (method, tail, query, what, verb, resource) => {
        const { client, namespace } = room();
        const user = await viewerName();
        const answer = await client.send(
          method,
          `/apis/carto.run/v1alpha1/namespaces/${namespace}/${tail}${query}`,
          {
            ...asViewer(),
            ...(method === 'PATCH' && {
              body: {},
              contentType: 'application/merge-patch+json',
            }),
          },
        );
        expect(answer.status).toBe(403);
        expect(answer.json()).toMatchObject({
          reason: 'Forbidden',
          message: `${what}: User "${user}" cannot ${verb} resource "${resource}" in API group "carto.run" in the namespace "${namespace}"`,
        });
      },
    );

    it('403 says the subresource of a log', async () => {
      const { client, namespace } = room();
      const answer = await client.get(
        `/api/v1/namespaces/${namespace}/pods/one/log`,
        asViewer(),
      );
      expect(answer.json()).toMatchObject({
        code: 403,
        details: { name: 'one', kind: 'pods' },
        message: `pods "one" is forbidden: User "${await viewerName()}" cannot get resource "pods/log" in API group "" in the namespace "${namespace}"`,
      });
    });

    it('follows Roles and bindings', async () => {
      const { client, namespace } = room();
      const base = `/apis/${RBAC}/v1/namespaces/${namespace}`;
      expect(
        await mayViewer({
          group: 'carto.run',
          resource: 'workloads',
          verb: 'list',
        }),
      ).toBe(false);
      const role = await client.send('POST', `${base}/roles`, {
        body: {
          apiVersion: `${RBAC}/v1`,
          kind: 'Role',
          metadata: { name: 'contract' },
          rules: [
            {
              apiGroups: ['carto.run'],
              resources: ['workloads'],
              verbs: ['list', 'watch'],
            },
            { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
            {
              apiGroups: [''],
              resources: ['configmaps'],
              resourceNames: ['mine'],
              verbs: ['get', 'list'],
            },
          ],
        },
      });
      expect(role.status).toBe(201);
      await client.send('POST', `${base}/rolebindings`, {
        body: {
          apiVersion: `${RBAC}/v1`,
          kind: 'RoleBinding',
          metadata: { name: 'contract' },
          roleRef: { apiGroup: RBAC, kind: 'Role', name: 'contract' },
          subjects: [
            { kind: 'User', apiGroup: RBAC, name: await viewerName() },
          ],
        },
      });
      await eventually(async () =>
        expect(
          await mayViewer({
            group: 'carto.run',
            resource: 'workloads',
            verb: 'list',
          }),
        ).toBe(true),
      );
      expect(
        (await client.get(workloads.collection(room()), asViewer())).status,
      ).toBe(200);
      expect((await client.get(workloads.everywhere, asViewer())).status).toBe(
        403,
      );
      const core = { group: '' };
      expect(
        await mayViewer({
          group: 'carto.run',
          resource: 'workloads',
          verb: 'get',
        }),
      ).toBe(false);
      expect(
        await mayViewer({
          ...core,
          resource: 'pods',
          subresource: 'log',
          verb: 'get',
        }),
      ).toBe(true);
      expect(await mayViewer({ ...core, resource: 'pods', verb: 'get' })).toBe(
        false,
      );
      expect(
        await mayViewer({
          ...core,
          resource: 'configmaps',
          verb: 'get',
          name: 'mine',
        }),
      ).toBe(true);
      expect(
        await mayViewer({
          ...core,
          resource: 'configmaps',
          verb: 'get',
          name: 'yours',
        }),
      ).toBe(false);
      const configmaps = `/api/v1/namespaces/${namespace}/configmaps`;
      const one = `${configmaps}?fieldSelector=metadata.name%3Dmine`;
      expect((await client.get(one, asViewer())).status).toBe(200);
      expect((await client.get(configmaps, asViewer())).status).toBe(403);
    });

    it('tells all one may do in a namespace', async () => {
      const answer = await room().client.send(
        'POST',
        `${AUTHORIZATION}/selfsubjectrulesreviews`,
        {
          ...asViewer(),
          body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectRulesReview',
            spec: { namespace: room().namespace },
          },
        },
      );
      expect(answer.status).toBe(201);
      const { resourceRules, nonResourceRules, incomplete } = answer.json()
        .status as {
        resourceRules: object[];
        nonResourceRules: object[];
        incomplete: boolean;
      };
      expect(incomplete).toBe(false);
      expect(resourceRules).toContainEqual({
        verbs: ['list', 'watch'],
        apiGroups: ['carto.run'],
        resources: ['workloads'],
      });
      expect(resourceRules).toContainEqual({
        verbs: ['get', 'list'],
        apiGroups: [''],
        resources: ['configmaps'],
        resourceNames: ['mine'],
      });
      expect(nonResourceRules).toContainEqual({
        verbs: ['get'],
        nonResourceURLs: expect.arrayContaining(['/api', '/apis', '/version']),
      });
    });
  });
}
