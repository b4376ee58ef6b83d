/**
 * English templates of what comes next for an image. The backend fills them for `says`; the frontend's translation ref
 * starts from them. `{{name}}` is a parameter.
 */
export const nextMessages = {
  asked: 'A rebuild was asked for.',
  'asked-by': 'A rebuild was asked for by {{by}}.',
  source: 'The source is at {{revision}}, newer than build {{number}}.',
  'source-moved': 'The source moved since build {{number}}.',
  unseen: 'A change of the Image has not been looked at by kpack yet.',
  stack: 'The builder has another run image, {{to}}.',
  buildpack: 'Buildpack {{buildpack}} {{from}} is no longer in the builder.',
  'buildpack-moved':
    'Buildpack {{buildpack}} is at {{to}} in the builder, this build used {{from}}.',
  lifecycle: 'The builder has lifecycle {{to}}, this build used {{from}}.',
  'builder-missing': '{{builder}} is not there: nothing is built until it is.',
  'builder-not-ready':
    '{{builder}} is not ready: nothing is built until it is.',
  'builder-behind':
    '{{builder}} could not be made anew and goes on with what it had.',
  running: 'Build {{number}} is under way: nothing new starts before it ends.',
  'failed-ignores':
    'Build {{number}} failed, and after a failure kpack rebuilds neither for a run image nor for buildpacks or a lifecycle.',
  'failed-waits':
    'Build {{number}} failed, and kpack does not try again by itself: a new source, a changed configuration or a rebuild by hand starts the next.',
  'history-succeeded':
    'The next build that succeeds makes kpack delete build {{number}}, the oldest of {{limit}}; its log goes with it, since it is not archived.',
  'history-failed':
    'The next build that fails makes kpack delete build {{number}}, the oldest failed one of {{limit}}; its log goes with it, since it is not archived.',
  'history-succeeded-unsure':
    'The next build that succeeds makes kpack delete build {{number}}, the oldest of {{limit}}; whether its log is archived cannot be told now.',
  'history-failed-unsure':
    'The next build that fails makes kpack delete build {{number}}, the oldest failed one of {{limit}}; whether its log is archived cannot be told now.',
} as const;

export type NextMessageKey = keyof typeof nextMessages;
