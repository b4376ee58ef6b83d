import { MalformedObject } from './MalformedObject';
import { parseClusters } from './parseClusters';
import { parseListPage } from './parseListPage';
import { parseWatchLine } from './parseWatchLine';

describe('parseClusters', () => {
  it('knows whose token a cluster wants', () => {
    const providers = [
      'serviceAccount',
      'aws',
      'azure',
      'googleServiceAccount',
      'localKubectlProxy',
      'pinniped',
      'google',
      'oidc',
      'aks',
    ];
    const clusters = parseClusters({
      items: providers.map(authProvider => ({
        name: authProvider,
        authProvider,
      })),
    });
    expect(
      clusters?.filter(c => c.access === 'per-user').map(c => c.name),
    ).toEqual(['google', 'oidc', 'aks']);
  });

  it('leaves out what has no name and takes the first of two of one name', () => {
    expect(
      parseClusters({
        items: [
          null,
          {},
          { name: 7 },
          {
            name: 'a',
            title: 'A',
            authProvider: 'oidc',
            oidcTokenProvider: 'okta',
            dashboardUrl: 'x',
          },
          { name: 'a', title: 'B' },
          { name: 'b' },
        ],
      }),
    ).toEqual([
      {
        name: 'a',
        title: 'A',
        authProvider: 'oidc',
        oidcTokenProvider: 'okta',
        access: 'per-user',
      },
      { name: 'b', authProvider: '', access: 'shared' },
    ]);
  });

  it.each([null, [], {}, { items: {} }, 'x'])('refuses %j', answer => {
    expect(parseClusters(answer)).toBeUndefined();
  });
});

describe('parseListPage', () => {
  it('reads a page, its version, and how to go on', () => {
    expect(
      parseListPage({
        metadata: { resourceVersion: '7', continue: 'c' },
        items: [1, 2],
      }),
    ).toEqual({ items: [1, 2], resourceVersion: '7', next: 'c' });
  });

  it('takes the null that Go writes for an empty list', () => {
    expect(
      parseListPage({
        metadata: { resourceVersion: '7', continue: '' },
        items: null,
      }),
    ).toEqual({
      items: [],
      resourceVersion: '7',
      next: undefined,
    });
  });

  it.each([
    null,
    {},
    { metadata: {} },
    { metadata: { resourceVersion: 7 } },
    { metadata: { resourceVersion: '7' }, items: 'x' },
  ])('refuses %j', answer => expect(parseListPage(answer)).toBeUndefined());
});

describe('parseWatchLine', () => {
  const object = { metadata: { name: 'a', resourceVersion: '7' } };

  it.each([
    [
      { type: 'ADDED', object },
      { type: 'ADDED', object, resourceVersion: '7' },
    ],
    [
      { type: 'DELETED', object: null },
      { type: 'DELETED', object: null },
    ],
    [
      { type: 'BOOKMARK', object },
      { type: 'BOOKMARK', resourceVersion: '7' },
    ],
    [
      {
        type: 'BOOKMARK',
        object: {
          metadata: {
            resourceVersion: '7',
            annotations: { 'k8s.io/initial-events-end': 'true' },
          },
        },
      },
      { type: 'BOOKMARK', resourceVersion: '7', initialEnd: true },
    ],
    [
      { type: 'ERROR', object: { code: 410 } },
      { type: 'ERROR', status: { code: 410 } },
    ],
  ])('reads %j', (line, event) => {
    expect(parseWatchLine(Buffer.from(JSON.stringify(line)))).toEqual(event);
  });

  it.each(['ADDED', 'DELETED'])('names the malformed object of %s', type => {
    const metadata = { name: 'a', resourceVersion: '7' };
    const line = `{"type":"${type}","object":{"metadata":${JSON.stringify(
      metadata,
    )},"spec":tru}}`;
    expect(parseWatchLine(Buffer.from(line))).toEqual({
      type,
      object: new MalformedObject(metadata, 'it is not JSON'),
      resourceVersion: '7',
    });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"type":"NEW"}',
    '{"type":"BOOKMARK","object":{}}',
    '{"object":{}}',
    '{"type":"ADDED","object":{"metadata":{},"spec":tru}}',
    '{"type":"ADDED","object":{"metadata":{"name":"a"},"sp',
  ])('refuses %s', line =>
    expect(parseWatchLine(Buffer.from(line))).toBeUndefined(),
  );
});
