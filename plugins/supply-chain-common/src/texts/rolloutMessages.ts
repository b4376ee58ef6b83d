/**
 * English templates of how far a rollout is. The backend fills them for `sentence`; the frontend's translation ref starts
 * from them, so that the two cannot drift apart.
 */
export const rolloutMessages = {
  none: 'No image that you may see uses it',
  all: 'All {{total}} images are built with what their builder has now',
  'all-one': 'The one image is built with what its builder has now',
  'all-behind':
    'All {{total}} images have what their builder has, and that is not what it should have',
  rest: '{{done}} of {{total}} images are built with what their builder has now',
  'rest-blocked':
    '{{done}} of {{total}} images are built with what their builder has now, {{left}} not before a failed build of their own is repaired',
  'not-ready': 'No image can be built with it. Images that wait: {{total}}',
  stack: 'Stack {{name}} at {{to}}: {{done}} of {{total}} images are on it',
  buildpack:
    'Buildpack {{name}} from {{from}} to {{to}}: {{done}} of {{total}} images that use it have it',
  'buildpack-left':
    'Buildpack {{name}} {{from}} left the builder: {{done}} of {{total}} images are built without it',
  lifecycle:
    'Lifecycle from {{from}} to {{to}}: {{done}} of {{total}} images are built with it',
  many: '{{count}} updates under way: {{done}} of {{total}} images have them all',
  'rest-one': 'The one image is not built with what its builder has now',
  'rest-blocked-one':
    'The one image is not built with what its builder has now, and will not be before its own failed build is repaired',
  'stack-one': 'Stack {{name}} at {{to}}: the one image is not on it yet',
  'buildpack-one':
    'Buildpack {{name}} from {{from}} to {{to}}: the one image that uses it does not have it yet',
  'buildpack-left-one':
    'Buildpack {{name}} {{from}} left the builder: the one image that has it is not built without it yet',
  'lifecycle-one':
    'Lifecycle from {{from}} to {{to}}: the one image is not built with it yet',
  'many-one':
    '{{count}} updates under way: the one image does not have them all yet',
} as const;

export type RolloutMessageKey = keyof typeof rolloutMessages;
