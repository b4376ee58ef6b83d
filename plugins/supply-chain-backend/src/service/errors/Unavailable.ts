import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The answer depends on something that cannot be read now; the problem says what and where. */
export class Unavailable extends Error {
  constructor(readonly problem: Problem) {
    super(words(problem));
    this.name = 'Unavailable';
  }
}

const TOKEN = {
  missing: 'sign in there',
  refused: 'the cluster does not accept yours, sign in there again',
  expired: 'yours has expired, sign in there again',
} as const;

function words(problem: Problem): string {
  switch (problem.because) {
    case 'denied':
      if (problem.as === 'person') {
        return `Cluster ${problem.cluster} does not allow you to ${
          problem.verb
        } ${problem.resource} in ${
          problem.namespace
            ? `namespace ${problem.namespace}`
            : 'all namespaces'
        }: ask for that right on the cluster`;
      }
      return `Cluster ${problem.cluster} does not allow this plugin to ${
        problem.verb
      } ${problem.resource} in ${
        problem.namespace ? `namespace ${problem.namespace}` : 'all namespaces'
      }: apply the role in the plugin's rbac folder, or one like it`;
    case 'unreachable':
      return `Cluster ${problem.cluster} has not answered since ${problem.since}`;
    case 'absent':
      return `Cluster ${problem.cluster} does not know ${problem.resource}: is it installed there?`;
    case 'unreadable':
      return `${problem.resource} ${
        problem.namespace ? `${problem.namespace}/` : ''
      }${problem.name} on cluster ${problem.cluster} cannot be read: ${
        problem.says
      }`;
    case 'sign-in':
      return `Cluster ${
        problem.cluster
      } is read with each person's own token of ${problem.authProvider}: ${
        TOKEN[problem.why]
      }`;
    case 'loading':
      return `Cluster ${problem.cluster} is being read for the first time: ask again in a moment`;
    default:
      return assertNever(problem);
  }
}
