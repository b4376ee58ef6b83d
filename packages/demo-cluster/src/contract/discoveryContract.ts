import type { ContractRoom } from './ContractRoom.ts';

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

interface DiscoveredGroup {
  readonly metadata: { readonly name?: string };
  readonly versions: readonly {
    readonly version: string;
    readonly resources: readonly {
      readonly resource: string;
      readonly scope: string;
      readonly responseKind: { readonly kind: string };
      readonly verbs: readonly string[];
      readonly subresources?: readonly { readonly subresource: string }[];
    }[];
  }[];
}

export function discoveryContract(room: () => ContractRoom): void {
  describe('discovery', () => {
    it('tells its version and that it is well', async () => {
      const { client } = room();
      expect((await client.get('/version')).json()).toMatchObject({
        major: '1',
        platform: expect.any(String),
      });
      for (const path of ['/healthz', '/livez', '/readyz']) {
        expect(await client.get(path)).toMatchObject({
          status: 200,
          text: 'ok',
        });
      }
    });

    it('lists core versions and groups', async () => {
      const { client } = room();
      expect((await client.get('/api')).json()).toMatchObject({
        kind: 'APIVersions',
        versions: ['v1'],
      });
      const groups = (await client.get('/apis')).json();
      expect(groups).toMatchObject({ kind: 'APIGroupList' });
      const version = {
        groupVersion: 'kpack.io/v1alpha2',
        version: 'v1alpha2',
      };
      const kpack = {
        name: 'kpack.io',
        versions: [version],
        preferredVersion: version,
      };
      expect(groups.groups).toContainEqual(kpack);
      expect((await client.get('/apis/kpack.io')).json()).toEqual({
        kind: 'APIGroup',
        apiVersion: 'v1',
        ...kpack,
      });
    });

    it.each([
      [
        '/api/v1',
        {
          name: 'pods',
          singularName: 'pod',
          namespaced: true,
          kind: 'Pod',
          shortNames: ['po'],
        },
      ],
      [
        '/api/v1',
        {
          name: 'pods/log',
          singularName: '',
          namespaced: true,
          kind: 'Pod',
          verbs: ['get'],
        },
      ],
      [
        '/apis/carto.run/v1alpha1',
        {
          name: 'workloads',
          kind: 'Workload',
          namespaced: true,
          shortNames: ['wld'],
        },
      ],
      [
        '/apis/carto.run/v1alpha1',
        { name: 'workloads/status', verbs: ['get', 'patch', 'update'] },
      ],
      [
        '/apis/carto.run/v1alpha1',
        { name: 'clustersupplychains', namespaced: false },
      ],
      ['/apis/kpack.io/v1alpha2', { name: 'builds', categories: ['kpack'] }],
      [
        '/apis/authorization.k8s.io/v1',
        { name: 'selfsubjectaccessreviews', verbs: ['create'] },
      ],
    ])('%s lists %j', async (path, expected) => {
      const list = (await room().client.get(path)).json();
      expect(list).toMatchObject({ kind: 'APIResourceList' });
      expect(list.resources).toContainEqual(expect.objectContaining(expected));
    });

    it('says the same in aggregated form', async () => {
      const { client } = room();
      for (const root of ['/api', '/apis']) {
        const answer = await client.get(root, { accept: AGGREGATED });
        expect(answer.type).toBe(
          'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
        );
        const { items } = answer.json() as unknown as {
          items: DiscoveredGroup[];
        };
        const group = items.find(
          item =>
            (item.metadata.name ?? '') === (root === '/api' ? '' : 'kpack.io'),
        );
        const wanted = root === '/api' ? 'pods' : 'builds';
        const resource = group?.versions[0]?.resources.find(
          r => r.resource === wanted,
        );
        expect(resource).toMatchObject({
          scope: 'Namespaced',
          verbs: expect.arrayContaining(['get', 'list', 'watch']),
          subresources: expect.arrayContaining([
            expect.objectContaining({ subresource: 'status' }),
          ]),
        });
      }
    });

    it('lists, pages and tables every kind it has', async () => {
      const { client } = room();
      const { items } = (
        await client.get('/apis', { accept: AGGREGATED })
      ).json() as unknown as {
        items: DiscoveredGroup[];
      };
      const core = (
        await client.get('/api', { accept: AGGREGATED })
      ).json() as unknown as { items: DiscoveredGroup[] };
      for (const { metadata, versions } of [...core.items, ...items]) {
        const [first] = versions;
        for (const { resource, verbs } of first?.resources ?? []) {
          // What cannot be watched is not stored (componentstatuses) and keeps to no pages.
          if (!verbs.includes('list') || !verbs.includes('watch')) continue;
          const root = metadata.name ? `/apis/${metadata.name}` : '/api';
          const path = `${root}/${first?.version}/${resource}`;
          const whole = (await client.get(path)).json() as unknown as {
            items: unknown[];
          };
          const page = (
            await client.get(`${path}?limit=1`)
          ).json() as unknown as { items: unknown[] };
          const table = (
            await client.get(path, {
              accept: 'application/json;as=Table;v=v1;g=meta.k8s.io',
            })
          ).json();
          expect(page.items).toHaveLength(Math.min(1, whole.items.length));
          expect(table.kind).toBe('Table');
          // Some built-in kinds have null for no rows.
          expect(table.rows ?? []).toHaveLength(whole.items.length);
        }
      }
    });

    it.each([
      '/apis/nothere.example.com/v1/things',
      '/apis/kpack.io/v1alpha9/images',
      '/apis/kpack.io/v1alpha2/things',
    ])('knows nothing of %s', async path => {
      expect(await room().client.get(path)).toMatchObject({
        status: 404,
        type: 'text/plain; charset=utf-8',
        text: '404 page not found\n',
      });
    });

    it.each([
      [
        'GET',
        '/api/v1/things',
        404,
        'NotFound',
        'the server could not find the requested resource',
      ],
      [
        'GET',
        '/api/v1/pods/one',
        404,
        'NotFound',
        'the server could not find the requested resource',
      ],
      [
        'PUT',
        '/api/v1/pods',
        405,
        'MethodNotAllowed',
        'the server does not allow this method on the requested resource',
      ],
    ])(
      '%s %s is no request of a built-in kind',
      async (method, path, status, reason, message) => {
        const answer = await room().client.send(method, path);
        expect(answer.status).toBe(status);
        expect(answer.json()).toMatchObject({
          kind: 'Status',
          reason,
          message,
          details: {},
        });
      },
    );
  });
}
