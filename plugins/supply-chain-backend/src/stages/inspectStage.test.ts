import type { StageDetailView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { clusterAtEnd } from '../model/testing/recording';
import { stageDetail } from '../model/stageDetail';
import type { Surroundings } from '../model/Surroundings';
import type { ValuesShown } from '../model/ValuesShown';
import { inspectStage } from './inspectStage';
import type { StageInspector } from './StageInspector';
import { stageInspectors } from './stageInspectors';

const cluster = clusterAtEnd('run1');

function inspected(
  key: string,
  stage: string,
  {
    overrides = {},
    values = 'shown',
    inspectors = stageInspectors,
  }: {
    overrides?: Partial<Surroundings>;
    values?: ValuesShown;
    inspectors?: readonly StageInspector[];
  } = {},
): StageDetailView {
  const [namespace = '', name = ''] = key.split('/');
  const workload = cluster.get('workloads.carto.run', namespace, name);
  const around = cluster.around(overrides);
  const detail = workload && stageDetail(workload, stage, around, values);
  if (!detail) throw new Error(`run1 has no stage ${stage} of ${key}`);
  return inspectStage(detail, workload, around, values, inspectors);
}

describe('a stage of the recorded cluster', () => {
  it('source provider: what is followed, what was fetched last', () => {
    expect(inspected('storefront/checkout', 'source-provider').facts).toEqual({
      kind: 'source',
      from: 'git',
      url: 'https://git.acme.example/acme/checkout',
      follows: 'branch main',
      interval: '1m0s',
      suspended: false,
      revision: 'main@sha1:d745dc48635cad370e4756461ab3b7c6209578df',
      artifact: {
        url: expect.stringMatching(/^http:.*\.tar\.gz$/),
        digest:
          'sha256:0a10515e4330406d51d7aa77c8a0eef96d181b1d2e241ac3df122a55bef05e79',
        bytes: 361,
      },
      fetchedAt: '2026-11-22T21:19:03Z',
    });
  });

  it('source provider that cannot fetch: why, and since when', () => {
    const { facts, stage, events } = inspected(
      'storefront/halted',
      'source-provider',
    );
    expect(facts).toMatchObject({
      kind: 'source',
      failure: {
        says: "unable to clone 'https://git.acme.example/acme/halted': repository not found",
        since: '2026-11-22T21:19:04Z',
      },
    });
    expect(stage.phase).toMatchObject({ kind: 'failed', owner: 'developer' });
    expect(events?.[0]).toMatchObject({
      kind: 'GitRepository',
      reason: 'GitOperationFailed',
      isWarning: true,
    });
  });

  it('source tester: the run with its step and what it was given', () => {
    const { runs, stage } = inspected('backoffice/pricing', 'source-tester');
    expect(stage.phase).toMatchObject({ kind: 'failed', owner: 'developer' });
    expect(runs).toMatchObject({
      cut: false,
      list: [
        {
          kind: 'PipelineRun',
          resource: 'pipelineruns.tekton.dev',
          name: 'pricing-test-w2p4r',
          phase: 'failed',
          says: '1 of 1 tasks failed',
          revision: 'main@sha1:bc257898f9a3a7955328e9f3c68dd1c068f9aac0',
          tasks: [
            {
              name: 'test',
              taskRun: 'pricing-test-w2p4r-test',
              steps: [{ name: 'test', state: 'failed', exitCode: 1 }],
            },
          ],
        },
      ],
    });
    expect(runs?.current).toBeUndefined();
  });

  it('an image that a Dockerfile makes: a newer run failed, an older one is passed on', () => {
    const { runs } = inspected('storefront/widgets', 'image-provider');
    expect(runs?.list.map(each => each.phase)).toEqual([
      'failed',
      'succeeded',
      'succeeded',
    ]);
    expect(runs?.current).toBe(runs?.list[1]?.name);
    expect(runs?.list[0]?.tasks[0]?.steps).toMatchObject([
      { name: 'download-and-unpack-tarball', state: 'succeeded' },
      { name: 'build-container-and-push', state: 'failed', exitCode: 1 },
      { name: 'write-image-ref', state: 'not-run' },
    ]);
  });

  it.each([
    ['backoffice/ledger', 'image-scanner', 'image', 19, 'violated', /4 CVEs/],
    ['backoffice/tax', 'source-scanner', 'source', 3, 'violated', /2 CVEs/],
    ['backoffice/kiosk', 'image-scanner', 'image', 8, 'passed', /No CVEs/],
  ])('%s %s: counts and the policy', (key, stage, of, total, verdict, says) => {
    expect(inspected(key, stage).facts).toMatchObject({
      kind: 'scan',
      of,
      counts: { total },
      scanner: 'Grype v0.84.0',
      policy: {
        name: 'scan-policy',
        verdict,
        says: expect.stringMatching(says),
        notAllowed: ['Critical', 'High', 'UnknownSeverity'],
        ignored: [],
      },
    });
  });

  it('a scan of the second generation: where its result is, and no counts', () => {
    const { facts } = inspected('backoffice/reports', 'image-scanner');
    expect(facts).toMatchObject({
      kind: 'scan',
      scanner: 'Trivy',
      results: expect.stringMatching(/scan-results-backoffice-reports@sha256:/),
    });
    expect(facts).not.toHaveProperty('counts');
  });

  it('config provider: conventions in order, and what they changed of the plain pod', () => {
    const { facts } = inspected('storefront/checkout', 'config-provider');
    expect(facts).toMatchObject({
      kind: 'conventions',
      applied: [
        'appliveview-sample/app-live-view-appflavour-check',
        'developer-conventions/add-source-image-label',
        'developer-conventions/add-port',
        'acme-conventions/readiness-probe',
      ],
      cut: false,
    });
    if (facts?.kind !== 'conventions') throw new Error('no conventions');
    expect(
      facts.changes.map(({ path, kind, new: now }) => `${kind} ${path} ${now}`),
    ).toEqual([
      'added metadata.annotations.autoscaling.knative.dev/min-scale 1',
      'added metadata.labels.conventions.carto.run/framework node',
      'added spec.containers.workload.env.PORT 8080',
      'added spec.containers.workload.ports.0.containerPort 8080',
      'added spec.containers.workload.ports.0.protocol TCP',
      'added spec.containers.workload.readinessProbe.httpGet.path /healthz',
      'added spec.containers.workload.readinessProbe.httpGet.port 8080',
      'added spec.containers.workload.readinessProbe.httpGet.scheme HTTP',
      'added spec.containers.workload.resources {}',
    ]);
  });

  it('app config beyond 1,024 bytes: whole, and proved', () => {
    const { stage, facts } = inspected('storefront/cutoff', 'app-config');
    expect(stage.outputs[0]).toMatchObject({ name: 'config', cut: false });
    expect(stage.outputs[0]?.value.length).toBeGreaterThan(2500);
    expect(facts).toMatchObject({
      kind: 'config',
      handedOn: 'proved',
      files: [
        {
          name: 'delivery.yml',
          cut: false,
          redacted: false,
          objects: ['Service.serving.knative.dev cutoff'],
        },
      ],
    });
  });

  it('hides the values of variables from who may not see them, and nothing else', () => {
    const redacted = inspected('storefront/cutoff', 'app-config', {
      values: 'redacted',
    });
    const text = JSON.stringify(redacted);
    expect(text).not.toContain('requests per minute');
    expect(text).toContain('RATE_LIMIT_LOGIN');
    expect(redacted.stage.outputs[0]).toMatchObject({ redacted: true });
    const intent = inspected('storefront/checkout', 'config-provider', {
      values: 'redacted',
    });
    expect(intent.facts).toMatchObject({
      changes: expect.arrayContaining([
        {
          path: 'spec.containers.workload.env.PORT',
          kind: 'added',
          redacted: true,
        },
      ]),
    });
  });

  it('service bindings and API descriptors: every file', () => {
    const files = (stage: string) => {
      const { facts } = inspected('storefront/payments', stage);
      return facts?.kind === 'config' ? facts.files.map(each => each.name) : [];
    };
    expect(files('service-bindings')).toEqual([
      'delivery.yml',
      'serviceclaim-db.yml',
    ]);
    expect(files('api-descriptors')).toContain('api-descriptor.yml');
  });

  it('config writer with a pull request: where, and the link', () => {
    const { facts, runs } = inspected('storefront/checkout', 'config-writer');
    expect(facts).toEqual({
      kind: 'writer',
      repository: 'https://git.example.com/gitops/storefront-checkout',
      branch: 'main',
      commitBranch: 'rc-7b6c5582e7fd',
      path: 'config/storefront/checkout',
      pullRequest: {
        url: 'https://git.example.com/gitops/storefront-checkout/-/merge_requests/765',
        number: '!765',
        title: 'ready for review',
      },
    });
    expect(runs?.list).toHaveLength(2);
  });

  it('config writer that commits: the branch and the path', () => {
    expect(inspected('backoffice/billing', 'config-writer').facts).toEqual({
      kind: 'writer',
      repository: 'https://git.example.com/gitops/backoffice-billing',
      branch: 'main',
      path: 'config/backoffice/billing',
      message: 'bump configuration',
    });
  });

  it('folds what events tell again and again, newest first', () => {
    const { events = [] } = inspected('storefront/halted', 'source-provider');
    const failures = events.filter(
      each => each.reason === 'GitOperationFailed',
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]?.count).toBeGreaterThan(10);
    const times = events.map(each => each.lastAt ?? '');
    expect(times).toEqual([...times].sort().reverse());
  });
});

describe('a stage whose object', () => {
  it('cannot be read names the verb, the resource and the namespace', () => {
    const denied = (plural: string) => ({
      because: 'denied' as const,
      cluster: 'build',
      verb: 'list',
      resource: plural,
      namespace: 'storefront',
    });
    const { facts, problems, object } = inspected(
      'storefront/checkout',
      'config-provider',
      {
        overrides: {
          stamped: ({ resource: { plural, group } }) => ({
            objects: [],
            problem: denied(group ? `${plural}.${group}` : plural),
          }),
        },
      },
    );
    expect(facts).toBeUndefined();
    expect(object?.resource).toBe('podintents.conventions.carto.run');
    expect(problems).toEqual([denied('podintents.conventions.carto.run')]);
  });

  it('is gone says so', () => {
    const { gone, object, facts, events } = inspected(
      'storefront/checkout',
      'app-config',
      { overrides: { stamped: () => ({ objects: [] }) } },
    );
    expect({ gone, object, facts, events }).toEqual({ gone: true });
  });

  it("is another workload's under the same name is not shown", () => {
    const own = cluster.around();
    const { gone, facts } = inspected('storefront/checkout', 'app-config', {
      overrides: {
        stamped: query =>
          own.stamped?.(
            query.name === 'checkout' ? { ...query, name: 'payments' } : query,
          ) ?? { objects: [] },
      },
    });
    expect({ gone, facts }).toEqual({ gone: true });
  });

  it('nobody knew shows the plain values of its status and its own conditions', () => {
    const { facts, objectConditions } = inspected(
      'storefront/checkout',
      'source-scanner',
      { inspectors: [] },
    );
    expect(facts).toEqual({
      kind: 'rows',
      rows: expect.arrayContaining([{ name: 'phase', value: 'Completed' }]),
    });
    expect(objectConditions?.map(each => each.type)).toContain(
      'PolicySucceeded',
    );
  });
});
