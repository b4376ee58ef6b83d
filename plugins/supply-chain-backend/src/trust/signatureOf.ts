import type {
  SignatureState,
  SignatureView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/**
 * What an image is, all in all, by the signatures found beside it: one good one is enough, as for cosign; one that is not
 * good is worse than none. Attestations say how it was made, not that it may run.
 */
export function signatureOf(found: readonly SignatureView[]): SignatureState {
  const states = found
    .filter(({ type }) => type === 'signature')
    .map(({ state }) => state);
  return (
    states.find(({ kind }) => kind === 'signed') ??
    states.find(({ kind }) => kind === 'invalid') ??
    states[0] ?? { kind: 'unsigned' }
  );
}
