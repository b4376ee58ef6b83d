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
      'unable to apply ytt template: ytt: Error:',
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
      'Tasks Completed: 3 (Failed: 0, Cancelled 0), Skipped: 0',
      'Tasks Completed: 3 (Failed: 0, Cancelled 0), Skipped: 0',
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
