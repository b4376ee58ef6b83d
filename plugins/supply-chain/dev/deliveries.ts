import type { DeliveryDetail } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveTopic } from '../src/api/LiveTopic';
import type { AnyLive } from '../src/testing/FakeSupplyChainApi';

const WRITTEN = '3f'.repeat(20);
const DEPLOYED = 'b7'.repeat(20);
const IMAGE = 'registry.example.com/apps/app@sha256:';
const WHY =
  'Revision "app-00005" failed with message: Container failed with: Error: DATABASE_URL is not set.';
const SERVICE = 'service/app (serving.knative.dev/v1) namespace: storefront';

const stage = (name: string, title: string) => ({
  ...{ name, title, stale: false, outputs: [], conditions: [] },
});

/** A delivery in each of its states, of whatever workload one opens. */
const details: Readonly<
  Record<DeliveryDetail['state'], Partial<DeliveryDetail>>
> = {
  delivered: {
    deployed: `main@sha1:${WRITTEN}`,
    running: IMAGE + '1'.repeat(64),
  },
  behind: {
    deployed: `main@sha1:${DEPLOYED}`,
    running: IMAGE + '2'.repeat(64),
  },
  failed: {
    deployed: `main@sha1:${DEPLOYED}`,
    addresses: [
      {
        ...{ kind: 'Service', name: 'app', host: 'app.example.com' },
        ...{ url: 'https://app.example.com', serves: 'app-00004' },
        ...{ newest: 'app-00005', newestSays: WHY },
      },
    ],
    stages: [
      {
        stage: {
          ...stage('deployer', 'Deployer'),
          phase: { kind: 'failed', says: WHY, owner: 'developer' },
        },
        deploy: {
          ...{ kind: 'App', name: 'app', exitCode: 1 },
          says: 'Reconcile failed: Deploying: Error',
          failure: `kapp: Error: waiting on reconcile ${SERVICE}:\n  Finished unsuccessfully (Ready condition is False: ${WHY})`,
          output: `9:55:20PM: ongoing: reconcile ${SERVICE}\n9:55:26PM: fail: reconcile ${SERVICE}`,
        },
      },
    ],
  },
  'not-known': {},
};

/** Answers what a delivery is made of, and all else as given. */
export function deliveryIs(
  state: DeliveryDetail['state'],
  rest: (topic: LiveTopic) => AnyLive,
): (topic: LiveTopic) => AnyLive {
  return topic => {
    if (topic.type !== 'delivery') return rest(topic);
    const detail: DeliveryDetail = {
      ref: { ...topic.ref, cluster: 'run' },
      ...{ state, written: WRITTEN, built: IMAGE + '1'.repeat(64) },
      ...{ addresses: [], problems: [] },
      stages: [
        {
          stage: {
            ...stage('deployer', 'Deployer'),
            phase: { kind: 'ready' },
          },
          deploy: { kind: 'App', name: 'app', says: 'Reconcile succeeded' },
        },
      ],
      ...details[state],
    };
    return {
      ...{ state: 'ready', stale: false },
      view: { deliveries: [detail], problems: [] },
    };
  };
}
