import {
  type SupplyChainError,
  type SupplyChainErrorCode,
} from '../api/SupplyChainError';
import type { Words } from '../translation/Words';
import { problemWords } from './problemWords';

type Told = { title: string; says: string };

/** A failure in words: our own where its code says enough, else the backend's. */
export function failureWords(t: Words, error: SupplyChainError): Told {
  const own = OWN[error.code];
  return own
    ? own(t, error)
    : { title: t('state.failedTitle'), says: error.message };
}

const OWN: Partial<
  Record<SupplyChainErrorCode, (t: Words, error: SupplyChainError) => Told>
> = {
  'not-found': t => ({
    title: t('state.notFoundTitle'),
    says: t('state.notFound'),
  }),
  network: t => ({ title: t('state.networkTitle'), says: t('state.network') }),
  unauthenticated: t => ({
    title: t('state.unauthenticatedTitle'),
    says: t('state.unauthenticated'),
  }),
  denied: t => ({
    title: t('state.forbiddenTitle'),
    says: t('state.forbidden'),
  }),
  'cluster-denied': (t, { message, where }) => {
    const { cluster, verb, resource } = where;
    const title = t('state.clusterDeniedTitle');
    if (!cluster || !verb || !resource) return { title, says: message };
    const says = problemWords(t, {
      because: 'denied',
      ...{ ...where, cluster, verb, resource },
    });
    return { title, says };
  },
  'cluster-sign-in': (t, { message }) => ({
    title: t('state.signIn.title'),
    says: message,
  }),
  'cluster-unreachable': (t, { message }) => ({
    title: t('state.clusterUnreachableTitle'),
    says: message,
  }),
  'cluster-loading': (t, { message }) => ({
    title: t('state.clusterLoadingTitle'),
    says: message,
  }),
  'kind-absent': (t, { message }) => ({
    title: t('state.kindAbsentTitle'),
    says: message,
  }),
  'too-many-requests': (t, { message }) => ({
    title: t('state.busyTitle'),
    says: message,
  }),
  'invalid-request': (t, { message }) => ({
    title: t('state.invalidTitle'),
    says: message,
  }),
};
