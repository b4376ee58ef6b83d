import type {
  NextBuild,
  NextReason,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

const reason = (
  effect: NextReason['effect'],
  message: NextReason['message'],
  params: NextReason['params'],
  details?: string,
): NextReason => ({
  ...{ effect, message, params, says: '' },
  ...(details !== undefined && { details }),
});

const source = reason('calls', 'source', { revision: '9f3c1d2', number: '6' });

/** What may stand under "What would rebuild it", by the name of the state. */
export const nextBuilds: Readonly<Record<string, NextBuild>> = {
  'build due': { isDue: true, reasons: [source] },
  'build held up': {
    isDue: true,
    reasons: [
      source,
      reason(
        'holds-up',
        'builder-not-ready',
        { builder: 'ClusterBuilder default' },
        "could not find buildpack with id 'acme/python'",
      ),
    ],
  },
  'builder moved': {
    isDue: true,
    reasons: [
      reason('calls', 'stack', { to: 'sha256:e9e22c4' }),
      reason('calls', 'buildpack-moved', {
        ...{ buildpack: 'acme/node-engine', from: '1.3.0', to: '1.4.0' },
      }),
      reason('calls', 'lifecycle', { from: '0.21.17', to: '0.21.18' }),
      reason('holds-up', 'running', { number: '6' }),
      reason('costs', 'history-succeeded', { number: '2', limit: '5' }),
    ],
  },
  'builder moved, build failed': {
    isDue: false,
    reasons: [
      reason('left-aside', 'failed-ignores', { number: '6' }),
      reason('costs', 'history-failed', { number: '1', limit: '3' }),
    ],
  },
};
