import { workloadViewSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { clusterAtEnd } from './testing/recording';
import { workloadView } from './workloadView';

const cluster = clusterAtEnd('run1');

function viewOf(key: string) {
  const [namespace = '', name = ''] = key.split('/');
  const workload = cluster.get('workloads.carto.run', namespace, name);
  if (!workload) throw new Error(`run1 has no workload ${key}`);
  return workloadView(workload, cluster.around());
}

describe('workloadView of the workloads that stand at the end of run1', () => {
  it.each([
    ['storefront/payments', 'ready', undefined],
    ['storefront/orders', 'ready', undefined],
    ['backoffice/invoices', 'ready', undefined],
    ['backoffice/billing', 'ready', undefined],
    ['storefront/gateway', 'ready', undefined],
    ['storefront/gateway-run', 'ready', undefined],
    ['storefront/checkout', 'ready', undefined],
    ['storefront/catalog', 'ready', undefined],
    ['storefront/cutoff', 'ready', undefined],
    ['backoffice/kiosk', 'ready', undefined],
    [
      'backoffice/reports',
      'ready',
      'Delivery on run: Nothing to deliver yet: no configuration at its source; a pull request may wait to be merged',
    ],
    [
      'backoffice/docs-site',
      'failed by developer',
      'Image Provider: no buildpack takes this source (detect, exit 20)',
    ],
    [
      'storefront/returns',
      'failed by developer',
      'Image Provider: a buildpack failed (build, exit 51); still serving b1.20261122.211922',
    ],
    [
      'storefront/widgets',
      'failed by developer',
      'Image Provider: step build-container-and-push failed, exit 1; still serving sha256:859bdd1',
    ],
    [
      'storefront/legacy',
      'failed by developer',
      'Image Provider: step build-container-and-push failed, exit 1',
    ],
    [
      'storefront/legacy-run',
      'failed by developer',
      'Image Provider: step build-container-and-push failed, exit 1',
    ],
    [
      'backoffice/pricing',
      'failed by developer',
      'Source Tester: 1 of 1 tasks failed',
    ],
    [
      'backoffice/tax',
      'failed by developer',
      'Source Scanner: Policy violated because of 2 CVEs',
    ],
    [
      'backoffice/ledger',
      'failed by developer',
      'Image Scanner: Policy violated because of 4 CVEs',
    ],
    [
      'storefront/halted',
      'failed by developer',
      "Source Provider: unable to clone 'https://git.acme.example/acme/halted': repository not found",
    ],
    [
      'storefront/limited',
      'misconfigured by platform',
      'Image Provider: service account limited may not create images.kpack.io in namespace storefront',
    ],
    [
      'storefront/partless',
      'misconfigured by developer',
      'Source Tester: its template needs workload.metadata.labels.app.kubernetes.io/part-of, which is not there',
    ],
    [
      'backoffice/choosy',
      'misconfigured by platform',
      'Image Provider: none of the template options of this stage matches the workload',
    ],
    [
      'backoffice/misread',
      'misconfigured by platform',
      'Image Provider: configmaps/misread-image is healthy but has no .data.image, which its template reads',
    ],
    [
      'backoffice/ghost',
      'misconfigured by developer',
      'Service account no-such-account does not exist',
    ],
    [
      'backoffice/half',
      'misconfigured by platform',
      'The supply chain half-written is not ready: did not find the template of image-provider',
    ],
    [
      'storefront/orphan',
      'unmatched by developer',
      'No supply chain selects this workload: apps.tanzu.vmware.com/workload-type is batch, known here: choosy, half, misread, server, twin, web, worker',
    ],
    [
      'storefront/twins',
      'unmatched by platform',
      '2 supply chains select this workload, only one may: twin-east, twin-west',
    ],
    [
      'storefront/nameless',
      'unmatched by developer',
      'The workload has no labels, so no supply chain can select it',
    ],
  ])('%s is %s: %s', (key, phase, says) => {
    const view = viewOf(key);
    expect([view.phase, view.owner].filter(Boolean).join(' by ')).toBe(phase);
    expect(view.says).toBe(says);
    expect(workloadViewSchema.parse(view)).toEqual(view);
  });

  it('knows every workload of the recording', () => {
    expect(cluster.all('workloads.carto.run')).toHaveLength(29);
  });

  it.each([
    ['storefront/limited', 'image-provider'],
    ['backoffice/docs-site', 'image-provider'],
    ['backoffice/pricing', 'source-tester'],
    ['backoffice/choosy', 'image-provider'],
  ])(
    '%s: everything after %s waits for it and for nothing nearer',
    (key, root) => {
      const { stages } = viewOf(key).graph;
      const after = stages.slice(stages.findIndex(s => s.name === root) + 1);
      expect(after.map(stage => stage.phase)).toEqual(
        after.map(() => ({ kind: 'waiting', for: root })),
      );
      expect(after.length).toBeGreaterThan(0);
    },
  );

  it('shows what a chain plans while nothing of it exists', () => {
    expect(
      viewOf('backoffice/half').graph.stages.map(s => [s.name, s.phase.kind]),
    ).toEqual([
      ['source-provider', 'planned'],
      ['image-provider', 'planned'],
    ]);
  });

  it('shows no stages, and says why not, when the chains cannot be read', () => {
    const half = cluster.get('workloads.carto.run', 'backoffice', 'half');
    const denied = {
      because: 'denied' as const,
      cluster: 'build',
      verb: 'list',
      resource: 'clustersupplychains.carto.run',
    };
    const view =
      half &&
      workloadView(
        half,
        cluster.around({
          supplyChains: () => [],
          problem: resource =>
            resource === 'clustersupplychains.carto.run' ? denied : undefined,
        }),
      );
    expect(view?.graph.stages).toEqual([]);
    expect(view?.problems).toEqual([denied]);
  });

  it('lists for an unmatched workload which terms of which chain fail', () => {
    const { candidates } = viewOf('storefront/orphan');
    expect(candidates).toContainEqual({
      chain: 'basic-image-to-url',
      matches: false,
      fails: [
        'apps.tanzu.vmware.com/workload-type is batch, must be one of web, server, worker',
        'spec.image is missing',
      ],
    });
    expect(viewOf('storefront/twins').candidates.slice(0, 2)).toEqual([
      { chain: 'twin-east', matches: true, fails: [] },
      { chain: 'twin-west', matches: true, fails: [] },
    ]);
  });

  it('shows payments as a strip of seven stages, and its deliverable as delivery', () => {
    const { graph, deliveries } = viewOf('storefront/payments');
    expect(graph.stages.map(stage => [stage.title, stage.fact])).toEqual([
      ['Source Provider', '433a68c on main'],
      ['Image Provider', 'b6.20261122.212832'],
      ['Config Provider', '4 conventions'],
      ['App Config', 'Knative Service'],
      ['Service Bindings', 'Knative Service'],
      ['API Descriptors', 'APIDescriptor'],
      ['Config Writer', undefined],
    ]);
    expect(graph.edges.map(edge => [edge.from, edge.to, edge.type])).toEqual([
      ['source-provider', 'image-provider', 'source'],
      ['image-provider', 'config-provider', 'image'],
      ['config-provider', 'app-config', 'config'],
      ['app-config', 'service-bindings', 'config'],
      ['service-bindings', 'api-descriptors', 'config'],
      ['api-descriptors', 'config-writer', 'config'],
    ]);
    expect(deliveries).toMatchObject([
      {
        ref: { cluster: 'run', namespace: 'storefront', name: 'payments' },
        phase: 'ready',
      },
    ]);
  });

  it('tells a cut output from a whole one by its digest', () => {
    const cut = viewOf('storefront/cutoff').graph.stages.flatMap(stage =>
      stage.outputs
        .filter(output => output.cut)
        .map(output => [stage.name, output.name]),
    );
    expect(cut).toContainEqual(['config-provider', 'config']);
    const source = viewOf('storefront/payments').graph.stages[0];
    expect(source?.outputs.map(output => output.cut)).toEqual([false, false]);
    expect(source?.outputs[1]?.value).toBe(
      'main@sha1:433a68cc94e1f5692672047d80cbb23577949591',
    );
  });

  it('shows a passed-through stage as skipped, served by its upstream', () => {
    const scanner = viewOf('storefront/catalog').graph.stages.find(
      stage => stage.name === 'image-scanner',
    );
    expect(scanner?.phase).toEqual({
      kind: 'skipped',
      servedBy: 'image-provider',
    });
  });
});
