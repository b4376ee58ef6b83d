import { deliveryDetailSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { readDeliverable } from '../../model/objects/readDeliverable';
import { deliveryView } from '../../model/workloads/deliveryView';
import { deliveryDetail } from './deliveryDetail';

const NEW = 'a'.repeat(40);
const OLD = 'b'.repeat(40);
const FLUX = 'kustomize.toolkit.fluxcd.io';
const SOURCES = 'source.toolkit.fluxcd.io';
const owner = {
  apiVersion: 'carto.run/v1alpha1',
  kind: 'Deliverable',
  ...{ name: 'web', uid: 'deliverable-1', controller: true },
};
const meta = (name: string, rest: object = {}) => ({
  ...{ name, namespace: 'shop', generation: 3, ownerReferences: [owner] },
  ...rest,
});

type Told = { status: string; reason: string; message: string };

/** As kustomize-controller v1 writes it: the conditions, what it applied, what it tried. */
function kustomization(ready: Told, applied?: string) {
  const at = {
    observedGeneration: 3,
    lastTransitionTime: '2026-11-26T10:00:00Z',
  };
  return {
    apiVersion: `${FLUX}/v1`,
    kind: 'Kustomization',
    metadata: meta('web'),
    spec: {
      ...{ interval: '1m0s', path: './config', prune: true, wait: true },
      sourceRef: { kind: 'GitRepository', name: 'web-delivery' },
    },
    status: {
      observedGeneration: 3,
      conditions: [
        { type: 'Ready', ...ready, ...at },
        {
          type: 'Healthy',
          ...{ status: 'False', reason: 'HealthCheckFailed', message: '' },
          ...at,
        },
      ],
      ...(applied && { lastAppliedRevision: `main@sha1:${applied}` }),
      lastAttemptedRevision: `main@sha1:${NEW}`,
      inventory: { entries: [{ id: 'shop_web_apps_Deployment', v: 'v1' }] },
    },
  };
}

const gitRepository = {
  apiVersion: `${SOURCES}/v1`,
  kind: 'GitRepository',
  metadata: meta('web-delivery'),
  spec: {
    ...{ interval: '1m0s', url: 'https://git.example.com/gitops/shop' },
    ref: { branch: 'main' },
  },
  status: {
    artifact: {
      ...{
        revision: `main@sha1:${NEW}`,
        lastUpdateTime: '2026-11-26T09:59:00Z',
      },
    },
    conditions: [{ type: 'Ready', status: 'True', reason: 'Succeeded' }],
  },
};

const revision = (commit: string) => ({
  name: 'revision',
  preview: `main@sha1:${commit}\n`,
});

/** What Cartographer says of it with `observedCompletion` on Ready, and a health rule that reads its message. */
function deliverable(ready: Told, deployed?: string) {
  const failed = ready.status === 'False';
  return readDeliverable({
    metadata: { name: 'web', namespace: 'shop', uid: 'deliverable-1' },
    status: {
      conditions: [{ type: 'DeliveryReady', status: 'True', reason: 'Ready' }],
      resources: [
        {
          name: 'source-provider',
          stampedRef: {
            ...{ apiVersion: `${SOURCES}/v1`, kind: 'GitRepository' },
            ...{ name: 'web-delivery', namespace: 'shop' },
            resource: `gitrepositories.${SOURCES}`,
          },
          outputs: [revision(NEW)],
        },
        {
          name: 'deployer',
          stampedRef: {
            ...{ apiVersion: `${FLUX}/v1`, kind: 'Kustomization' },
            ...{ name: 'web', namespace: 'shop' },
            resource: `kustomizations.${FLUX}`,
          },
          inputs: [{ name: 'source-provider' }],
          outputs: deployed ? [revision(deployed)] : [],
          conditions: [
            failed
              ? {
                  ...{ type: 'ResourcesSubmitted', status: 'False' },
                  reason: 'FailedConditionMet',
                  message:
                    'resource [deployer] failed condition met: deployment failure condition [x] was: False',
                }
              : { type: 'ResourceSubmitted', status: 'True' },
            {
              ...{ type: 'Healthy', status: ready.status },
              reason: 'MatchedCondition',
              message: `condition status: ${ready.status}, message: ${ready.message}`,
            },
          ],
        },
      ],
    },
  });
}

function detailOf(
  ready: Told,
  applied?: string,
  more: Readonly<Record<string, unknown>> = {},
) {
  const objects: Readonly<Record<string, unknown>> = {
    gitrepositories: gitRepository,
    kustomizations: kustomization(ready, applied),
    ...more,
  };
  const of = deliverable(ready, applied);
  const detail = deliveryDetail(
    'run',
    of,
    { workload: 'web', written: NEW },
    ({ resource: { plural } }) => ({
      objects: objects[plural] === undefined ? [] : [objects[plural]],
    }),
  );
  expect(deliveryDetailSchema.parse(detail)).toEqual(detail);
  const { phase, says, owner: fixer } = deliveryView('run', of, true);
  return { ...detail, deployer: detail.stages[1], phase, says, fixer };
}

const APPLIED: Told = {
  ...{ status: 'True', reason: 'ReconciliationSucceeded' },
  message: `Applied revision: main@sha1:${NEW}`,
};

describe('a delivery that a Kustomization of Flux deploys', () => {
  it('is delivered once the written commit is applied', () => {
    const found = detailOf(APPLIED, NEW);
    expect(found).toMatchObject({ state: 'delivered', phase: 'ready' });
    expect(found.deployer?.deploy).toEqual({
      ...{ kind: 'Kustomization', name: 'web' },
      says: APPLIED.message,
      revision: `main@sha1:${NEW}`,
      updatedAt: '2026-11-26T10:00:00Z',
    });
    expect(found.stages[0]?.source).toMatchObject({
      ...{ from: 'git', follows: 'branch main' },
      revision: `main@sha1:${NEW}`,
    });
  });

  it.each<[string, 'developer' | 'platform', Told]>([
    [
      'what it applied does not become healthy',
      'developer',
      {
        ...{ status: 'False', reason: 'HealthCheckFailed' },
        message:
          "health check failed after 10m0.022s: timeout waiting for: [Deployment/shop/web status: 'InProgress']",
      },
    ],
    [
      'it may not apply it',
      'platform',
      {
        ...{ status: 'False', reason: 'ReconciliationFailed' },
        message:
          'Deployment/shop/web dry-run failed (Forbidden): deployments.apps "web" is forbidden: User "system:serviceaccount:shop:default" cannot patch resource "deployments" in API group "apps" in the namespace "shop"',
      },
    ],
    [
      'there is nothing at its path',
      'platform',
      {
        ...{ status: 'False', reason: 'ArtifactFailed' },
        message:
          'kustomization path not found: stat /tmp/kustomization-1/config: no such file or directory',
      },
    ],
  ])(
    'fails when %s, says why, who can fix it, and what it tried',
    (_, fixer, ready) => {
      const found = detailOf(ready, OLD);
      expect(found).toMatchObject({ state: 'failed', phase: 'failed', fixer });
      expect(found.says).toContain(ready.message);
      expect(found.says).toContain('still serving');
      expect(found.deployed).toBe(`main@sha1:${OLD}`);
      expect(found.deployer?.deploy).toMatchObject({
        failure: ready.message,
        revision: `main@sha1:${OLD}`,
        attempted: `main@sha1:${NEW}`,
      });
      expect(found.deployer?.deploy).not.toHaveProperty('says');
    },
  );

  it('has deployed nothing when its first attempt has failed', () => {
    const found = detailOf({ ...APPLIED, status: 'False', message: 'no room' });
    expect(found).toMatchObject({ state: 'failed', phase: 'failed' });
    expect(found).not.toHaveProperty('deployed');
    expect(deliveryView('run', deliverable(APPLIED), true)).not.toHaveProperty(
      'revision',
    );
  });

  it('is behind while it is at work, and nothing has failed', () => {
    const found = detailOf(
      {
        ...{ status: 'Unknown', reason: 'Progressing' },
        message: `Detecting drift for revision main@sha1:${NEW} with a timeout of 30s`,
      },
      OLD,
    );
    expect(found).toMatchObject({ state: 'behind', phase: 'running' });
    expect(found.deployer?.deploy).not.toHaveProperty('failure');
  });

  it('says where the app is reached, as each kind knows it', () => {
    const { addresses } = detailOf(APPLIED, NEW, {
      httproutes: {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: meta('web'),
        spec: {
          parentRefs: [{ name: 'public', namespace: 'gateways' }],
          hostnames: ['web.example.com', 'www.example.com'],
          rules: [{ backendRefs: [{ name: 'web', port: 8080 }] }],
        },
        status: { parents: [] },
      },
      ingresses: {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: meta('web'),
        spec: {
          tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
          rules: [
            { host: 'shop.example.com', http: { paths: [{ path: '/' }] } },
            { host: '*.example.com', http: { paths: [{ path: '/' }] } },
            { http: { paths: [{ path: '/' }] } },
          ],
        },
        status: { loadBalancer: { ingress: [{ ip: '203.0.113.9' }] } },
      },
    });
    expect(addresses).toEqual([
      { kind: 'HTTPRoute', name: 'web', host: 'web.example.com' },
      { kind: 'HTTPRoute', name: 'web', host: 'www.example.com' },
      {
        ...{ kind: 'Ingress', name: 'web', host: 'shop.example.com' },
        url: 'https://shop.example.com',
      },
      { kind: 'Ingress', name: 'web', host: '*.example.com' },
    ]);
  });
});

describe('a Knative Service', () => {
  const service = (ready: Told, serves: string) => ({
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    metadata: meta('web'),
    spec: {
      template: {
        spec: { containers: [{ name: 'workload', image: 'r/web' }] },
      },
    },
    status: {
      ...{ observedGeneration: 3, url: 'https://web.shop.example.com' },
      address: { url: 'http://web.shop.svc.cluster.local' },
      ...{ latestCreatedRevisionName: 'web-00005' },
      latestReadyRevisionName: serves,
      traffic: [{ latestRevision: true, percent: 100, revisionName: serves }],
      conditions: [{ type: 'Ready', ...ready }],
    },
  });

  it('says which revision serves, and why the newest does not', () => {
    const why =
      'Revision "web-00005" failed with message: Container failed with: no DATABASE_URL.';
    const { addresses, running } = detailOf(APPLIED, NEW, {
      services: service(
        { status: 'False', reason: 'RevisionFailed', message: why },
        'web-00004',
      ),
    });
    expect(addresses).toEqual([
      {
        ...{ kind: 'Service', name: 'web', host: 'web.shop.example.com' },
        url: 'https://web.shop.example.com',
        ...{ serves: 'web-00004', newest: 'web-00005', newestSays: why },
      },
    ]);
    expect(running).toBeUndefined();
  });

  it('is the app that runs once its newest revision serves', () => {
    const { addresses, running } = detailOf(APPLIED, NEW, {
      services: service({ ...APPLIED, message: '' }, 'web-00005'),
    });
    expect(addresses).toMatchObject([{ serves: 'web-00005' }]);
    expect(addresses[0]).not.toHaveProperty('newest');
    expect(running).toBe('r/web');
  });
});
