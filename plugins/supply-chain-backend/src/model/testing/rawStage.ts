/** An entry of `status.resources`, as Cartographer writes it. */
export type RawStage = { name: string; [key: string]: unknown };

/** As Cartographer sets them on a stage. */
export const condition = (
  type: string,
  status: string,
  reason = '',
  message = '',
) => ({ type, status, reason, message });

export const stamped = (kind: string) => ({
  stampedRef: { apiVersion: 'x/v1', kind, name: 'a', namespace: 'ns' },
});

export const withImage = {
  outputs: [{ name: 'image', preview: 'reg/app@sha256:0123456789abcdef\n' }],
};

export const submitted = condition(
  'ResourceSubmitted',
  'True',
  'ResourceSubmissionComplete',
);

/** Its template asks for an image that no stage has given. */
export const stampFailure = condition(
  'ResourceSubmitted',
  'False',
  'TemplateStampFailure',
  'unable to stamp object for resource [b] for template [K/t] in supply chain [s]: unable to apply ytt template: ytt: Error: \n- struct has no .image field or method',
);
