import { plainMessage } from './plainMessage';

describe('plainMessage', () => {
  it.each([
    [undefined, ''],
    ['condition status: True, message: ', ''],
    [
      'condition status: False, message: Policy violated because of 4 CVEs',
      'Policy violated because of 4 CVEs',
    ],
    [
      'field value: False, message: Policy violated because of 2 CVEs',
      'Policy violated because of 2 CVEs',
    ],
    [
      "condition status: False, message: Error: Build 'a-build-1' in namespace 'ns' failed: Error:  Container detect terminated with error ERROR: failed to detect: no buildpacks participating: For more info use `kubectl logs -n ns a-build-1-build-pod -c detect`",
      'step detect: ERROR: failed to detect: no buildpacks participating',
    ],
    [
      'unable to stamp object for resource [b] for template [ClusterTemplate/t] in supply chain [s]: unable to apply ytt template: ytt: Error: \n- struct has no .image field',
      'struct has no .image field',
    ],
    [
      'unable to stamp object for resource [i] for template [ClusterImageTemplate/k] in supply chain [s]: failed to recursively evaluate template: failed to interpolate map value [{..}]: evaluate tag $(sources.source.url)$: jsonpath returned empty list',
      'evaluate tag $(sources.source.url)$: jsonpath returned empty list',
    ],
    [
      'unable to get template [t] for resource [i] in supply chain [s]: failed to get cluster template [{Kind:ClusterImageTemplate Name:t Options:[]}]: clusterimagetemplates.carto.run "t" not found',
      'clusterimagetemplates.carto.run "t" not found',
    ],
    [
      'unable to apply object [ns/d] for resource [deployer] in delivery [d]: create: App.kappctrl.k14s.io "d" is invalid: spec: Required value',
      'App.kappctrl.k14s.io "d" is invalid: spec: Required value',
    ],
    [
      'resource [deployer] condition not met: input [a] and output [b] do not match: 1 != 2',
      'input [a] and output [b] do not match: 1 != 2',
    ],
    [
      'field value: Failed, message: unknown, error retrieving message path [.status.message]',
      '',
    ],
    [
      "Error: Builder 'b' is not ready in namespace ''; Message: Builder has no latestImage",
      "Builder 'b' is not ready: Builder has no latestImage",
    ],
    [
      "Error: Unable to find builder 'b' in namespace ''.",
      "Unable to find builder 'b'.",
    ],
    [
      "failed to checkout and determine revision: unable to clone 'https://g/x': repository not found: git repository: 'https://g/x'",
      "unable to clone 'https://g/x': repository not found",
    ],
    ['"step-build" exited with code 1 (image: x)', 'step build failed, exit 1'],
    [
      'Tasks Completed: 3 (Failed: 1, Cancelled 0), Skipped: 2',
      '1 of 3 tasks failed',
    ],
    [
      'Tasks Completed: 1 (Failed: 0, Cancelled 0), Incomplete: 2, Skipped: 0',
      'tasks: 1 done, 2 to go',
    ],
    [
      'Tasks Completed: 3 (Failed: 0, Cancelled 0), Skipped: 0',
      'Tasks Completed: 3 (Failed: 0, Cancelled 0), Skipped: 0',
    ],
    [
      'field value: True, message: kapp: Error: kapp: Error: waiting on reconcile service/orders (serving.knative.dev/v1) namespace: storefront:\n  Finished unsuccessfully (Ready condition is False: Revision "orders-00001" failed with message: Unable to fetch image "r/orders": failed to resolve image to digest.)',
      'service/orders: Revision "orders-00001" failed with message: Unable to fetch image "r/orders": failed to resolve image to digest',
    ],
    [
      'kapp: Error: Applying create deployment/web (apps/v1) namespace: shop:\n  Creating resource deployment/web (apps/v1) namespace: shop:\n    API server says: deployments.apps is forbidden',
      'Applying create deployment/web (apps/v1) namespace: shop: Creating resource deployment/web (apps/v1) namespace: shop: API server says: deployments.apps is forbidden',
    ],
    [
      'kapp: Error: Timed out waiting after 15m0s for resources:\n  - deployment/web',
      'Timed out waiting after 15m0s for resources: - deployment/web',
    ],
    ['\n\n  \u001b[31mred\u001b[0m   alert \n more', 'red alert'],
    [
      "cannot clone 'https://user:ghp_secret@git.example/x'",
      "cannot clone 'https://git.example/x'",
    ],
    ['pull reg.example/app@sha256:abc', 'pull reg.example/app@sha256:abc'],
  ])('%j says %j', (message, says) => {
    expect(plainMessage(message)).toBe(says);
  });

  it('cuts with a sign', () => {
    expect(plainMessage('x'.repeat(10_000))).toMatch(/^x{399}…$/);
  });
});
