/** One word a phase, the same everywhere. */
export const phaseMessages = {
  ready: 'Ready',
  succeeded: 'Succeeded',
  failed: 'Failed',
  rejected: 'Rejected',
  misconfigured: 'Misconfigured',
  unmatched: 'Unmatched',
  stuck: 'Stuck',
  running: 'Running',
  finishing: 'Finishing',
  queued: 'Queued',
  waiting: 'Waiting',
  planned: 'Not reached yet',
  'not-run': 'Not run',
  skipped: 'Passed through',
  unknown: 'Unknown',
} as const;
