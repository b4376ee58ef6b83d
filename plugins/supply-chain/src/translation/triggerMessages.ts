/** Words of src/trigger. */
export const triggerMessages = {
  button: 'Rebuild',
  title: 'Rebuild {{image}}?',
  does: 'kpack builds the image once more, from the source and configuration that it has now, with the builder of now. Nothing else changes.',
  startsNow:
    'It starts when the builder is ready. Build {{number}} stays as it is, with its log.',
  startsAfter:
    'Build {{number}} is not over: the new one starts when it has ended.',
  goesOn:
    'When it succeeds, the new image goes on to the stages after this one, and so to where it is delivered.',
  confirm: 'Rebuild',
  asking: 'Asking…',
  cancel: 'Cancel',
  close: 'Close',
  pending: 'A rebuild was asked for',
  pendingBy: 'A rebuild was asked for by {{by}}',
  newerBuild:
    'Not asked for: a newer build has begun meanwhile. Look at it first; it may be what you want.',
  alreadyAsked:
    'Not asked for: somebody has asked for a rebuild already. One is all that kpack makes of both.',
  conflict:
    'Not asked for: the build changes too fast at the moment. Try again.',
  denied:
    'You may not ask for a rebuild here: that needs the permission supply-chain.build.trigger.',
  gone: 'Not asked for: this build is not there any more.',
  tooMany:
    'Not asked for: rebuilds of this image were asked for often in the last minute. Try again in a minute.',
} as const;
