import type { ContractRoom } from './ContractRoom.ts';
import { workloads } from './workloads.ts';

interface List {
  readonly kind: string;
  readonly metadata: {
    readonly resourceVersion: string;
    readonly continue?: string;
    readonly remainingItemCount?: number;
  };
  readonly items: readonly { readonly metadata: { readonly name: string } }[];
}

const OBJECTS = [
  ['list-a', { tier: 'web', 'example.com/team': 'red' }],
  ['list-b', { tier: 'web' }],
  ['list-c', { tier: 'db', 'example.com/team': '' }],
  ['list-d', {}],
  ['list-e', { size: '12' }],
] as const;

export function listContract(room: () => ContractRoom): void {
  describe('lists', () => {
    const path = () => workloads.collection(room());
    const get = async (query: string, accept?: string) =>
      room().client.get(`${path()}?${query}`, accept ? { accept } : {});
    const list = async (query: string) =>
      (await get(query)).json() as unknown as List;
    const names = (of: List) => of.items.map(item => item.metadata.name);

    beforeAll(async () => {
      for (const [name, labels] of OBJECTS)
        await workloads.create(room(), name, { labels });
    });
    afterAll(async () => {
      await room().client.send('DELETE', path());
    });

    it('shows what is in a namespace, in order of names', async () => {
      const all = await list('');
      expect(all).toMatchObject({
        kind: 'WorkloadList',
        apiVersion: 'carto.run/v1alpha1',
      });
      expect(names(all)).toEqual(OBJECTS.map(([name]) => name));
    });

    it('is empty, not absent, in a namespace that does not exist', async () => {
      const answer = await room().client.get(
        '/apis/carto.run/v1alpha1/namespaces/nowhere-at-all/workloads',
      );
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.json()).toMatchObject({ items: [] });
    });

    it('shows all namespaces together', async () => {
      const { client, namespace } = room();
      const { items } = (
        await client.get(workloads.everywhere)
      ).json() as unknown as {
        items: { metadata: { namespace: string } }[];
      };
      expect(
        items.filter(item => item.metadata.namespace === namespace),
      ).toHaveLength(OBJECTS.length);
    });

    it.each([
      ['tier=web', ['list-a', 'list-b']],
      ['tier==web', ['list-a', 'list-b']],
      ['tier!=web', ['list-c', 'list-d', 'list-e']],
      ['tier', ['list-a', 'list-b', 'list-c']],
      ['!tier', ['list-d', 'list-e']],
      ['tier in (db, web)', ['list-a', 'list-b', 'list-c']],
      ['tier notin (db)', ['list-a', 'list-b', 'list-d', 'list-e']],
      ['tier=web,example.com/team', ['list-a']],
      ['example.com/team=', ['list-c']],
      ['size>11', ['list-e']],
      ['size<12', []],
      ['nothing=here', []],
    ])('label selector %s', async (selector, expected) => {
      expect(
        names(await list(`labelSelector=${encodeURIComponent(selector)}`)),
      ).toEqual(expected);
    });

    it.each([
      ['a===b', "unable to parse requirement: found '=', expected: identifier"],
      ['a=b,,c', "found ',', expected: identifier after ','"],
      ['a in b', "unable to parse requirement: found 'b' expected: '('"],
      ['=a', "found '=', expected: !, identifier, or 'end of string'"],
      [
        'a b',
        "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
      ],
    ])('refuses the label selector %s', async (selector, message) => {
      const answer = await get(`labelSelector=${encodeURIComponent(selector)}`);
      expect(answer).toMatchObject({ status: 400 });
      expect(answer.json()).toMatchObject({
        kind: 'Status',
        reason: 'BadRequest',
        message,
      });
    });

    it.each([
      ['metadata.name=list-b', ['list-b']],
      ['metadata.name!=list-b', ['list-a', 'list-c', 'list-d', 'list-e']],
      ['metadata.name=list-b,metadata.namespace=nowhere', []],
    ])('field selector %s', async (selector, expected) => {
      expect(
        names(await list(`fieldSelector=${encodeURIComponent(selector)}`)),
      ).toEqual(expected);
    });

    it('refuses a field that it does not select by', async () => {
      const answer = await get('fieldSelector=spec.image%3Dx');
      expect(answer.status).toBe(400);
      expect(answer.json()).toMatchObject({
        message: 'field label not supported: spec.image',
        reason: 'BadRequest',
      });
    });

    it('gives pages of one version, whatever happens meanwhile', async () => {
      const first = await list('limit=2');
      expect(names(first)).toEqual(['list-a', 'list-b']);
      expect(first.metadata.remainingItemCount).toBe(3);
      await workloads.create(room(), 'list-bb');
      await room().client.send('DELETE', `${path()}/list-c`);
      const second = await list(`limit=2&continue=${first.metadata.continue}`);
      expect(names(second)).toEqual(['list-c', 'list-d']);
      expect(second.metadata.resourceVersion).toBe(
        first.metadata.resourceVersion,
      );
      const third = await list(`limit=2&continue=${second.metadata.continue}`);
      expect(names(third)).toEqual(['list-e']);
      expect(third.metadata.continue ?? '').toBe('');
      await room().client.send('DELETE', `${path()}/list-bb`);
      await workloads.create(room(), 'list-c', { labels: OBJECTS[2][1] });
    });

    it('counts no remaining items under a selector', async () => {
      const page = await list('limit=1&labelSelector=tier');
      expect(page.metadata.continue).toBeTruthy();
      expect(page.metadata.remainingItemCount).toBeUndefined();
    });

    it('refuses a continue token that is none, or one with a version', async () => {
      const nonsense = await get('limit=3&continue=nonsense');
      expect(nonsense.status).toBe(400);
      expect(nonsense.json()).toMatchObject({
        message: expect.stringMatching(
          /^invalid continue token: continue key is not valid: /,
        ),
      });
      const first = await list('limit=1');
      const both = await get(
        `limit=1&continue=${first.metadata.continue}&resourceVersion=${first.metadata.resourceVersion}`,
      );
      expect(both.status).toBe(400);
      expect(both.json()).toMatchObject({
        message:
          'specifying resource version is not allowed when using continue',
      });
    });

    it('knows exact, newer, any and future versions', async () => {
      const before = await list('');
      const version = before.metadata.resourceVersion;
      await workloads.create(room(), 'list-late');
      expect(
        names(
          await list(`resourceVersion=${version}&resourceVersionMatch=Exact`),
        ),
      ).toEqual(names(before));
      expect(
        names(
          await list(
            `resourceVersion=${version}&resourceVersionMatch=NotOlderThan`,
          ),
        ),
      ).toContain('list-late');
      expect((await get('resourceVersion=0')).status).toBe(200);
      const future = await get(
        'resourceVersion=999999999&resourceVersionMatch=NotOlderThan',
      );
      expect(future).toMatchObject({
        status: 504,
        headers: { 'retry-after': '1' },
      });
      expect(future.json()).toMatchObject({
        reason: 'Timeout',
        details: { retryAfterSeconds: 1 },
      });
      await room().client.send('DELETE', `${path()}/list-late`);
    });

    it('shows a version of long ago or says that it is forgotten', async () => {
      const answer = await get('resourceVersion=1&resourceVersionMatch=Exact');
      // A real server that was started minutes ago has forgotten nothing yet.
      const expected =
        answer.status === 200
          ? { items: [], metadata: { resourceVersion: '1' } }
          : {
              code: 410,
              reason: 'Expired',
              message: 'The resourceVersion for the provided list is too old.',
            };
      expect(answer.json()).toMatchObject(expected);
    });

    it.each([
      [
        'resourceVersionMatch=Exact',
        'resourceVersionMatch is forbidden unless resourceVersion is provided',
      ],
      ['sendInitialEvents=true', 'sendInitialEvents is forbidden for list'],
      [
        'resourceVersion=0&resourceVersionMatch=Exact',
        'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
      ],
    ])('refuses %s', async (query, why) => {
      const answer = await get(query);
      expect(answer.status).toBe(422);
      expect(answer.json()).toMatchObject({
        reason: 'Invalid',
        message: expect.stringContaining(why),
      });
    });

    it.each([
      ['limit=abc', 'strconv.ParseInt: parsing "abc": invalid syntax'],
      [
        'resourceVersion=abc',
        'invalid resource version: resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
      ],
      ['fieldSelector=abc', "invalid selector: 'abc'; can't understand 'abc'"],
      [
        'labelSelector=-a',
        expect.stringMatching(
          /^unable to parse requirement: <nil>: Invalid value: "-a": name part must/,
        ),
      ],
      [
        'labelSelector=a%3D-a-',
        expect.stringMatching(
          /^unable to parse requirement: values\[0\]\[a\]: Invalid value: "-a-": a valid label/,
        ),
      ],
    ])('cannot read %s', async (query, message) => {
      const answer = await get(query);
      expect(answer.status).toBe(400);
      expect(answer.json()).toMatchObject({ reason: 'BadRequest', message });
    });

    it('makes tables with the columns of the kind', async () => {
      const answer = await get(
        '',
        'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
      );
      const table = answer.json() as {
        kind: string;
        columnDefinitions: { name: string; type: string }[];
        rows: { cells: unknown[]; object: object }[];
      };
      expect(table.kind).toBe('Table');
      expect(
        table.columnDefinitions.map(column => [column.name, column.type]),
      ).toEqual([
        ['Name', 'string'],
        ['Source', 'string'],
        ['SupplyChain', 'string'],
        ['Ready', 'string'],
        ['Reason', 'string'],
        ['Age', 'date'],
      ]);
      expect(table.rows.map(row => row.cells)).toContainEqual([
        'list-a',
        null,
        null,
        null,
        null,
        expect.stringMatching(/^\d+s$/),
      ]);
      expect(table.rows[0]?.object).toMatchObject({
        kind: 'PartialObjectMetadata',
        metadata: { name: 'list-a' },
      });
    });

    it('gives metadata alone', async () => {
      const accept =
        'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json';
      const answer = (await get('', accept)).json() as unknown as List;
      expect(answer.kind).toBe('PartialObjectMetadataList');
      expect(answer.items[0]).toEqual({
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata: expect.objectContaining({ name: 'list-a' }),
      });
    });

    it('has no other forms', async () => {
      const answer = await get('', 'application/xml');
      expect(answer.status).toBe(406);
      expect(answer.json()).toMatchObject({
        kind: 'Status',
        reason: 'NotAcceptable',
      });
    });
  });
}
