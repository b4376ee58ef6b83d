import { defaultResources } from '../catalog/defaultResources.ts';
import { isRecord, records } from '../records.ts';
import type { RunningApiServer } from '../startApiServer.ts';
import { startApiServer } from '../startApiServer.ts';
import { ClusterState } from '../state/ClusterState.ts';
import type { Clock } from '../state/Clock.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { ResourceCatalog } from '../state/ResourceCatalog.ts';
import { systemClock } from '../state/systemClock.ts';
import { ContractClient } from './ContractClient.ts';
import type { ContractAnswer } from './ContractClient.ts';
import type { RecordedAnswer } from './recordedAnswers.ts';
import { recordedAnswers } from './recordedAnswers.ts';

const recorded = recordedAnswers(__dirname);
const RBAC = 'rbac.authorization.k8s.io';
/** Seconds that make the recorded ages come out. */
const TABLES_AT = Date.parse('2026-11-22T22:01:47.5Z');
const EVENTS_AT = Date.parse('2026-11-22T22:02:04Z');

/** Not word for word: versions and keys of the server that was recorded. Their forms are in the contract suite. */
const OTHER_WORDS = new Set([
  'list-rv-future',
  'not-acceptable',
  'patch-strategic',
  'patch-json-ok',
  'patch-ok',
]);

describe('what a real server answered', () => {
  let now = TABLES_AT;
  let server: RunningApiServer;
  const clock: Clock = { now: () => now, after: systemClock.after };

  beforeAll(async () => {
    const state = new ClusterState({
      clock,
      resources: new ResourceCatalog(defaultResources),
    });
    fill(state);
    server = await startApiServer({
      state,
      clock,
      tokens: [
        { token: 'admin', name: 'admin', groups: ['system:masters'] },
        { token: 'backstage', name: 'backstage' },
        { token: 'viewer', name: 'viewer' },
      ],
    });
  });
  afterAll(async () => server.close());

  const ask = async ({
    as,
    headers,
    method,
    path,
    send,
  }: RecordedAnswer): Promise<ContractAnswer> => {
    const client = new ContractClient(server.url, as);
    try {
      return await client.send(method, path, {
        ...(as === 'nobody' && { token: null }),
        ...(headers.Accept && { accept: headers.Accept }),
        ...(headers['Content-Type'] && {
          contentType: headers['Content-Type'],
        }),
        // A text that was sent was sent as JSON.
        ...(send !== undefined && {
          body: typeof send === 'string' ? JSON.stringify(send) : send,
        }),
      });
    } finally {
      client.close();
    }
  };
  const replay = async (name: string) => {
    const answer = recorded.get(name);
    if (!answer) throw new Error(`no recorded answer ${name}`);
    return { expected: answer, given: await ask(answer) };
  };

  const errors = [...recorded].filter(
    ([name, { status }]) => status >= 400 && !OTHER_WORDS.has(name),
  );

  it.each(errors.map(([name, { what }]) => [name, what]))(
    'error %s: %s',
    async name => {
      const { expected, given } = await replay(name);
      expect({ status: given.status, type: given.type }).toEqual({
        status: expected.status,
        type: expected.type,
      });
      if (typeof expected.body === 'string')
        expect(given.text).toBe(expected.body);
      else expect(given.json()).toEqual(expected.body);
    },
  );

  const logs = [...recorded].filter(
    ([name, { status }]) => name.startsWith('log') && status === 200,
  );

  it.each(logs.map(([name, { what }]) => [name, what]))(
    '%s: %s',
    async name => {
      const { expected, given } = await replay(name);
      expect(given.type).toBe(expected.type);
      expect(given.text).toBe(expected.body);
    },
  );

  it.each(['list', 'list-label', 'list-field', 'events', 'list-empty', 'get'])(
    '%s has the same content',
    async name => {
      const { expected, given } = await replay(name);
      expect(withoutVersions(given.json())).toEqual(
        withoutVersions(expected.body),
      );
    },
  );

  it.each([
    ['list-table-workloads', TABLES_AT],
    ['list-table-pods', TABLES_AT],
    ['list-table', TABLES_AT],
    ['events-table', EVENTS_AT],
  ])('%s has the same columns and cells', async (name, at) => {
    now = at;
    const { expected, given } = await replay(name);
    const [ours, theirs] = [
      given.json(),
      expected.body as Record<string, unknown>,
    ];
    expect(columns(ours)).toEqual(columns(theirs));
    const rows = records(theirs.rows).map(row => row.cells);
    const shared = records(ours.rows).filter(
      row => nameOf(row) in namesOf(theirs),
    );
    expect(shared.length).toBeGreaterThan(0);
    for (const row of shared) expect(rows).toContainEqual(row.cells);
  });

  it.each(['group-kpack', 'ssar-allowed', 'ssar-denied'])(
    '%s is the same',
    async name => {
      const { expected, given } = await replay(name);
      const { metadata: _ours, ...ours } = given.json();
      const { metadata: _theirs, ...theirs } = expected.body as Record<
        string,
        unknown
      >;
      expect(given.status).toBe(expected.status);
      expect(ours).toEqual(theirs);
    },
  );

  it.each(['ssrr-admin', 'ssrr-backstage', 'ssrr-viewer'])(
    '%s: the same rules',
    async name => {
      const { expected, given } = await replay(name);
      const rules = (body: unknown) =>
        isRecord(body) && isRecord(body.status)
          ? records(body.status.resourceRules)
          : [];
      expect(rules(given.json())).toEqual(
        expect.arrayContaining(rules(expected.body)),
      );
      expect(rules(given.json())).toHaveLength(rules(expected.body).length);
    },
  );

  it('lists the same kinds of kpack', async () => {
    const { expected, given } = await replay('apis-kpack.io-v1alpha2');
    const kinds = (body: unknown) =>
      (isRecord(body) ? records(body.resources) : [])
        .map(({ storageVersionHash: _hash, ...resource }) => resource)
        .sort((a, b) => String(a.name).localeCompare(String(b.name)));
    expect(kinds(given.json())).toEqual(kinds(expected.body));
  });
});

function fill(state: ClusterState): void {
  const items = (name: string) => {
    const body = recorded.get(name)?.body;
    return isRecord(body)
      ? (records(body.items) as unknown as KubeObject[])
      : [];
  };
  for (const name of ['dev', 'storefront', 'backoffice']) {
    state.apply({ group: '', plural: 'namespaces' }, { metadata: { name } });
  }
  for (const o of items('list'))
    state.apply({ group: 'carto.run', plural: 'workloads' }, o);
  for (const o of items('list-label'))
    state.apply({ group: 'kpack.io', plural: 'builds' }, o);
  const patched = recorded.get('patch-ok')?.body as KubeObject;
  state.apply({ group: 'kpack.io', plural: 'builds' }, patched);
  for (const o of items('list-field'))
    state.apply({ group: '', plural: 'pods' }, o);
  for (const o of items('events'))
    state.apply({ group: '', plural: 'events' }, o);
  state.apply(
    { group: RBAC, plural: 'clusterroles' },
    {
      metadata: { name: 'reader' },
      rules: [
        rule('carto.run', [
          'workloads',
          'deliverables',
          'runnables',
          'clustersupplychains',
          'clusterdeliveries',
        ]),
        rule('kpack.io', [
          ...[
            'images',
            'builds',
            'builders',
            'clusterbuilders',
            'clusterstacks',
          ],
          ...['clusterstores', 'clusterlifecycles'],
        ]),
        rule('', ['pods', 'events', 'configmaps']),
        { ...rule('', ['pods/log']), verbs: ['get'] },
      ],
    },
  );
  state.apply(
    { group: RBAC, plural: 'clusterrolebindings' },
    {
      metadata: { name: 'reader' },
      roleRef: { kind: 'ClusterRole', name: 'reader' },
      subjects: [{ kind: 'User', name: 'backstage' }],
    },
  );
  fillLogs(state);
}

function rule(group: string, resources: string[]) {
  return { verbs: ['get', 'list', 'watch'], apiGroups: [group], resources };
}

/** The pod whose logs were asked for, with what is known of its containers. */
function fillLogs(state: ClusterState): void {
  const [namespace, name] = ['dev', 'payments-build-3-build-pod'];
  const init = ['prepare', 'analyze', 'detect', 'restore', 'build', 'export'];
  const ended = (container: string) => ({
    name: container,
    state: {
      terminated: {
        exitCode: 0,
        reason: 'Completed',
        containerID: `containerd://${container}`,
      },
    },
  });
  state.apply(
    { group: '', plural: 'pods' },
    {
      metadata: { namespace, name, creationTimestamp: '2026-11-22T21:59:47Z' },
      spec: {
        nodeName: 'node-1',
        initContainers: init.map(container => ({ name: container })),
        containers: [{ name: 'completion' }],
      },
      status: {
        podIP: '10.1.0.50',
        initContainerStatuses: init.map(ended),
        containerStatuses: [ended('completion')],
      },
    },
  );
  for (const [container, answer] of [
    ['build', 'log-timestamps'],
    ['detect', 'log-follow-ended'],
  ] as const) {
    const lines = String(recorded.get(answer)?.body).split('\n').slice(0, -1);
    for (const line of lines) {
      const [at = ''] = line.split(' ', 1);
      state.logs.append(namespace, name, container, {
        at,
        bytes: Buffer.from(line.slice(at.length + 1)),
      });
    }
    state.logs.end(namespace, name, container);
  }
  const said = String(recorded.get('log-no-container')?.body).trimEnd();
  state.logs.append(namespace, name, 'completion', {
    at: '2026-11-22T21:59:50.000000000Z',
    bytes: Buffer.from(said),
  });
  state.logs.end(namespace, name, 'completion');
}

/** Versions are the server's own. */
function withoutVersions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutVersions);
  if (!isRecord(value)) return value;
  const { resourceVersion: _version, ...rest } = value;
  return Object.fromEntries(
    Object.entries(rest).map(([key, item]) => [key, withoutVersions(item)]),
  );
}

function columns(table: Record<string, unknown>): unknown[] {
  return records(table.columnDefinitions).map(
    ({ description: _description, ...column }) => column,
  );
}

function nameOf(row: Record<string, unknown>): string {
  return isRecord(row.object) && isRecord(row.object.metadata)
    ? String(row.object.metadata.name)
    : '';
}

function namesOf(table: Record<string, unknown>): Record<string, true> {
  return Object.fromEntries(
    records(table.rows).map(row => [nameOf(row), true as const]),
  );
}
