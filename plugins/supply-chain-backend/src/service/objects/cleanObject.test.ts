import { cleanObject } from './cleanObject';

const raw = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    labels: { a: 'b' },
    annotations: {
      kept: 'yes',
      'kubectl.kubernetes.io/last-applied-configuration': '{}',
    },
    creationTimestamp: '2030-01-01T00:00:00Z',
    finalizers: ['x'],
    generateName: 'it-',
    generation: 2,
    managedFields: [{}],
    name: 'it',
    namespace: 'ns',
    ownerReferences: [{ kind: 'Workload', name: 'w' }],
    resourceVersion: '1',
    selfLink: '/x',
    uid: 'u',
  },
  data: { a: 'b' },
  status: { ok: true },
};

describe('cleanObject', () => {
  it('leaves out what the server sets and what ties it to a place', () => {
    expect(cleanObject(raw, [])).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'it' },
      data: { a: 'b' },
    });
  });

  it.each([
    ['labels', { metadata: { name: 'it', labels: { a: 'b' } } }],
    // What `kubectl apply` wrote is the object once more.
    ['annotations', { metadata: { name: 'it', annotations: { kept: 'yes' } } }],
    ['namespace', { metadata: { name: 'it', namespace: 'ns' } }],
    ['finalizers', { metadata: { name: 'it', finalizers: ['x'] } }],
    [
      'ownerReferences',
      {
        metadata: {
          name: 'it',
          ownerReferences: [{ kind: 'Workload', name: 'w' }],
        },
      },
    ],
    ['status', { status: { ok: true } }],
  ] as const)('keeps %s where asked', (keep, more) => {
    expect(cleanObject(raw, [keep])).toEqual({
      ...cleanObject(raw, []),
      ...more,
    });
  });

  it('writes what it is first, its name next, its status last', () => {
    const clean = cleanObject(raw, ['labels', 'namespace', 'status']);
    expect(Object.keys(clean ?? {})).toEqual([
      ...['apiVersion', 'kind', 'metadata', 'data', 'status'],
    ]);
    expect(Object.keys(Object(clean?.metadata))[0]).toBe('name');
  });

  it('leaves out the addresses that a Service was given', () => {
    const service = {
      kind: 'Service',
      spec: { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'], ports: [] },
    };
    expect(cleanObject(service, [])).toEqual({
      kind: 'Service',
      spec: { ports: [] },
    });
  });

  it.each([[undefined], [null], ['text'], [[]]])('%j is no object', it => {
    expect(cleanObject(it, [])).toBeUndefined();
  });
});
