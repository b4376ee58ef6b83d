import { deployFailureOwner } from './deployFailureOwner';

const FINISHED = 'waiting on reconcile service/orders: Finished unsuccessfully';

describe('deployFailureOwner', () => {
  it.each([
    [
      'developer',
      'the app ends',
      `${FINISHED} (Ready condition is False: Revision "orders-00002" failed with message: Container failed with: Error: no DATABASE_URL)`,
    ],
    [
      'developer',
      'the app never listens',
      `${FINISHED} (Ready condition is False: Revision "orders-00002" failed with message: Initial scale was never achieved.)`,
    ],
    [
      'developer',
      'the app is killed',
      'Pod shop/web is not ready: CrashLoopBackOff (message: back-off 10s restarting failed container)',
    ],
    [
      'developer',
      'the app is not ready in time',
      "health check failed after 5m0s: timeout waiting for: [Deployment/shop/web status: 'InProgress']",
    ],
    [
      'platform',
      'the cluster cannot pull',
      `${FINISHED} (Ready condition is False: Revision "orders-00002" failed with message: Unable to fetch image "r/app": failed to resolve image to digest.)`,
    ],
    [
      'platform',
      'the cluster cannot pull, and so waits too long',
      'Timed out waiting after 15m0s: Pending: ImagePullBackOff (message: Back-off pulling image "r/app")',
    ],
    [
      'platform',
      'a policy refuses the image',
      'admission webhook "policy.sigstore.dev" denied the request: validation failed: no matching signatures',
    ],
    [
      'platform',
      'rights are missing',
      'deployments.apps is forbidden: User "system:serviceaccount:shop:default" cannot create resource "deployments"',
    ],
    ['platform', 'no node has room', '0/3 nodes are available: 3 Insufficient'],
    [
      'platform',
      'the configuration is no good',
      'kustomize build failed: accumulating resources',
    ],
    ['platform', 'nothing is said', ''],
  ] as const)('the %s, when %s', (owner, _, message) => {
    expect(deployFailureOwner(message)).toBe(owner);
  });
});
