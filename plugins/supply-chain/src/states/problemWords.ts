import {
  assertNever,
  type Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** A problem in one sentence: what, where, which right. */
export function problemWords(t: Words, problem: Problem): string {
  switch (problem.because) {
    case 'denied': {
      const { cluster, verb, resource, namespace } = problem;
      if (problem.as === 'person') {
        return namespace === undefined
          ? t('state.deniedYouAll', { cluster, verb, resource })
          : t('state.deniedYouIn', { cluster, verb, resource, namespace });
      }
      return namespace === undefined
        ? t('state.deniedAll', { cluster, verb, resource })
        : t('state.deniedIn', { cluster, verb, resource, namespace });
    }
    case 'unreachable':
      return t('state.unreachable', {
        cluster: problem.cluster,
        since: clockTime(problem.since),
      });
    case 'absent':
      return t('state.absent', {
        cluster: problem.cluster,
        resource: problem.resource,
      });
    case 'unreadable':
      return t('state.unreadable', {
        cluster: problem.cluster,
        resource: problem.resource,
        name: [problem.namespace, problem.name].filter(Boolean).join('/'),
        says: problem.says,
      });
    case 'sign-in': {
      const { cluster, authProvider: provider } = problem;
      return t(`state.signIn.${problem.why}`, { cluster, provider });
    }
    case 'loading':
      return t('state.loading', { cluster: problem.cluster });
    default:
      return assertNever(problem);
  }
}

/** `14:02` today, with the date on other days; what is no moment stays as it is. */
function clockTime(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const sameDay = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(undefined, {
    ...(!sameDay && { dateStyle: 'medium' }),
    timeStyle: 'short',
  });
}
