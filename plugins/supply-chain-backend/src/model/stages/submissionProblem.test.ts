import { submissionProblem } from './submissionProblem';

const STAMP =
  'unable to stamp object for resource [r] for template [ClusterTemplate/t] in supply chain [s]: ';
const APPLY =
  'unable to apply object [ns/n] for resource [r] in supply chain [s]: ';

/** Messages as Cartographer words them (pkg/errors, pkg/conditions) around what ytt, the API server and webhooks say. */
describe('submissionProblem', () => {
  it.each([
    [
      `${APPLY}create: images.kpack.io is forbidden: User "system:serviceaccount:ns:limited" cannot create resource "images" in API group "kpack.io" in the namespace "ns"`,
      'service account limited may not create images.kpack.io in namespace ns',
      'platform',
    ],
    [
      'failed to get token for service account [ns/default]: serviceaccounts "default" is forbidden: User "system:serviceaccount:cartographer-system:controller" cannot create resource "serviceaccounts/token" in API group "" in the namespace "ns"',
      'service account cartographer-system/controller may not create serviceaccounts/token in namespace ns',
      'platform',
    ],
    [
      'failed to get service account [ns/gone]: ServiceAccount "gone" not found',
      'service account gone does not exist',
      'platform',
    ],
    [
      `${STAMP}failed to recursively evaluate template: failed to interpolate map value [{..}]: evaluate tag $(workload.spec.source.git.url)$: jsonpath returned empty list: workload.spec.source.git.url`,
      'its template needs workload.spec.source.git.url, which is not there',
      'developer',
    ],
    [
      `${STAMP}unable to apply ytt template: ytt: Error: \n- struct has no .image field or method (did you mean .images?)\n    in <toplevel>`,
      'its template needs a field .image that is not there',
      'platform',
    ],
    [
      `${STAMP}unable to apply ytt template: ytt: Error: \n- key "acme.example/quality" not in struct\n    in <toplevel>\n      stdin.yml:8 | x`,
      'its template needs acme.example/quality, which is not there',
      'platform',
    ],
    [
      `${APPLY}no matches for kind "Image" in version "kpack.io/v1alpha2"`,
      'the cluster does not know Image of kpack.io/v1alpha2: what its template stamps is not installed',
      'platform',
    ],
    [
      `${APPLY}create: admission webhook "validation.webhook.kpack.io" denied the request: validation failed: missing field(s): spec.tag`,
      'admission webhook "validation.webhook.kpack.io" denied the request: validation failed: missing field(s): spec.tag',
      'platform',
    ],
    [
      'expected exactly 1 option to match, found [2] matching options [a, b] for resource [r] in supply chain [s]',
      '2 template options of this stage match the workload, only one may',
      'platform',
    ],
    ['', 'Cartographer could not submit it (SomeReason)', 'platform'],
  ])('%s', (message, says, owner) => {
    const condition = {
      type: 'ResourceSubmitted',
      status: 'False',
      reason: 'SomeReason',
      message,
    };
    expect(submissionProblem(condition, false)).toEqual({ says, owner });
  });

  it('leaves a service account that the workload names to the developer', () => {
    const condition = {
      type: 'ResourcesSubmitted',
      status: 'False',
      message: 'ServiceAccount "gone" not found',
    };
    expect(submissionProblem(condition, true).owner).toBe('developer');
  });
});
