/**
 * English templates of every reason. The backend fills them for `title`; the frontend's translation ref starts from
 * them, so that the two cannot drift apart. `{{name}}` is a parameter of the reason.
 */
export const reasonMessages = {
  'first-build': 'First build',
  source: 'New source revision {{revision}}',
  'source-unnamed': 'The source moved',
  config: 'Configuration changed: {{what}}',
  'config-unnamed': 'Configuration changed',
  buildpack: 'Buildpack {{buildpack}} moved from {{old}} to {{new}}',
  'buildpack-left': 'Buildpack {{buildpack}} {{old}} left the builder',
  'buildpack-many': '{{count}} buildpacks changed in the builder',
  'buildpacks-differ': 'Buildpacks differ: {{what}}',
  'buildpack-unnamed': 'A buildpack changed in the builder',
  stack: 'Run image updated',
  'stack-rebase': 'Run image updated, rebased without a rebuild',
  lifecycle: 'The CNB lifecycle moved from {{old}} to {{new}}',
  'lifecycle-first':
    'The CNB lifecycle is {{new}}, the build before did not record its own',
  'lifecycle-unnamed': 'The CNB lifecycle changed',
  trigger: 'Rebuild asked for by hand',
  'trigger-at': 'Rebuild asked for by hand at {{at}}',
  'trigger-by': 'Rebuild asked for by {{by}}',
  'trigger-by-at': 'Rebuild asked for by {{by}} at {{at}}',
  'by-hand': 'Made by hand, not by a kpack Image',
  'step-image': 'The image of step {{step}} changed',
  'run-oldest': 'The oldest run that is kept: there is none to compare it with',
  'run-again':
    'Nothing differs from the run before: the controller ran it again',
  unknown: '{{said}}',
  none: 'kpack gave no reason',
} as const;

export type ReasonMessageKey = keyof typeof reasonMessages;
