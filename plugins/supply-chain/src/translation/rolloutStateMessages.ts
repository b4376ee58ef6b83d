/** One word for each way an image stands to its builder. */
export const rolloutStateMessages = {
  failed: 'rebuild failed',
  stuck: 'stuck',
  blocked: 'held up',
  behind: 'behind',
  rebuilding: 'rebuilding',
  unbuilt: 'not built yet',
  unknown: 'not known',
  rebased: 'rebased',
  'up-to-date': 'up to date',
} as const;
