import { stagesOf } from '../controllers/stagesOf.ts';
import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import { condition } from '../play/condition.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import { startDemoClusters } from '../startDemoClusters.ts';
import type { DemoClusters } from '../startDemoClusters.ts';
import { playScenario } from './playScenario.ts';

/** Recorded minutes pass in a blink; the order of things stays. */
const SPEED = 2_000;
/** A whole supply chain is about 500 timers of at least a millisecond; busy machines take their time. */
jest.setTimeout(120_000);

const TARGET = ['backoffice', 'billing'] as const;
let demo: DemoClusters;
afterEach(() => demo.close());

function get(cluster: 'build' | 'run', resource: string) {
  const found = demo[cluster].state.get(parseKindName(resource), ...TARGET);
  if (!found) throw new Error(`no ${resource} on ${cluster}`);
  return found;
}
const app = () => get('run', 'apps.kappctrl.k14s.io');
const service = () => get('run', 'services.serving.knative.dev');
const deliverable = () => get('run', 'deliverables.carto.run');
const workload = () => get('build', 'workloads.carto.run');
const ready = (of: Parameters<typeof condition>[0]) => condition(of, 'Ready');
const revision = (stage: string) =>
  stagesOf(deliverable())
    .find(each => each.name === stage)
    ?.outputs.find(each => each.name === 'revision')?.preview;
const conditionsOf = (stage: string) =>
  listAt(deliverable(), 'status', 'resources')
    .filter(each => textAt(each, 'name') === stage)
    .flatMap(each => listAt(each, 'conditions'))
    .map(each => ['type', 'status', 'reason'].map(key => textAt(each, key)));

describe('a commit that the run cluster cannot bring up', () => {
  beforeEach(async () => {
    demo = await startDemoClusters({ speed: SPEED });
  });

  it('is built all the same, and its delivery says why, in the words of the real controllers', async () => {
    const before = revision('deployer');
    await playScenario(demo.world, 'undelivered', TARGET.join('/'));

    expect(ready(workload())?.status).toBe('True');
    const why = `Revision "billing-00005" failed with message: Unable to fetch image "registry.acme.localhost/apps/backoffice-billing": failed to resolve image to digest.`;
    const told = `kapp: Error: kapp: Error: waiting on reconcile service/billing (serving.knative.dev/v1) namespace: backoffice:\n  Finished unsuccessfully (Ready condition is False: ${why})`;
    expect(app().status).toMatchObject({
      conditions: [{ type: 'ReconcileFailed', status: 'True' }],
      usefulErrorMessage: told,
      consecutiveReconcileFailures: 1,
      deploy: { exitCode: 1, finished: true, stderr: told },
    });
    expect(textAt(app(), 'status', 'deploy', 'stdout')).toMatch(
      /fail: reconcile service\/billing .*\n.* \^ Finished unsuccessfully .*\n$/,
    );
    expect(app().status).not.toHaveProperty('inspect');
    expect(ready(service())).toMatchObject({
      ...{ status: 'False', reason: 'RevisionFailed', message: why },
    });
    // The one before goes on serving.
    expect(service().status).toMatchObject({
      latestCreatedRevisionName: 'billing-00005',
      latestReadyRevisionName: 'billing-00004',
      traffic: [{ revisionName: 'billing-00004' }],
    });
    expect(conditionsOf('deployer')).toEqual([
      ['ResourcesSubmitted', 'False', 'FailedConditionMet'],
      ['Healthy', 'False', 'MatchedField'],
      ['Ready', 'False', 'MatchedField'],
    ]);
    expect(ready(deliverable())).toMatchObject({
      ...{ status: 'False', reason: 'HealthyConditionRule' },
      message: `field value: True, message: ${told}`,
    });
    expect(revision('deployer')).toBe(before);
    expect(revision('source-provider')).not.toBe(before);
  });

  it('is overcome by the next one', async () => {
    await playScenario(demo.world, 'undelivered', TARGET.join('/'));
    await demo.world.push(TARGET.join('/'));

    expect(ready(deliverable())?.status).toBe('True');
    expect(conditionsOf('deployer').map(([type]) => type)).toEqual([
      'ResourceSubmitted',
      'Healthy',
      'Ready',
    ]);
    expect(revision('deployer')).toBe(revision('source-provider'));
    expect(app().status).toMatchObject({
      conditions: [{ type: 'ReconcileSucceeded', status: 'True' }],
      friendlyDescription: 'Reconcile succeeded',
      consecutiveReconcileSuccesses: 1,
      deploy: { exitCode: 0 },
    });
    expect(app().status).not.toHaveProperty('usefulErrorMessage');
    expect(textAt(app(), 'status', 'deploy', 'stdout')).toMatch(/Succeeded$/);
    expect(ready(service())?.status).toBe('True');
    expect(service().status).toMatchObject({
      latestCreatedRevisionName: 'billing-00006',
      latestReadyRevisionName: 'billing-00006',
    });
  });

  it('finds a workload itself that is delivered', async () => {
    await playScenario(demo.world, 'undelivered');
    const failed = demo.run.state
      .list(parseKindName('deliverables.carto.run'))
      .items.filter(each => ready(each)?.message.includes('waiting on'));
    expect(failed).toHaveLength(1);
  });
});
