import {
  assertNever,
  type SignatureState,
  type Signer,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { PhaseTone } from '../phase/PhaseTone';
import type { Words } from '../translation/Words';

/** What a state looks like: "invalid" is bad, "unsigned" and "not checked" are neither good nor bad news. */
export const TRUST_TONES: Readonly<Record<SignatureState['kind'], PhaseTone>> =
  {
    signed: 'ok',
    invalid: 'bad',
    unsigned: 'idle',
    'not-checked': 'unknown',
  };

/** The state in a word or two; who signed is part of it. */
export function stateWord(t: Words, state: SignatureState): string {
  switch (state.kind) {
    case 'signed':
      return t('trust.signedBy', { who: signerWord(t, state.by) });
    case 'invalid':
      return t('trust.invalid');
    case 'unsigned':
      return t('trust.unsigned');
    case 'not-checked':
      return t('trust.notChecked');
    default:
      return assertNever(state);
  }
}

/** What the state means, in one sentence; `registry` is its host. */
export function stateSentence(
  t: Words,
  state: SignatureState,
  registry: string | undefined,
): string {
  const host = registry ?? t('trust.theRegistry');
  switch (state.kind) {
    case 'signed':
      return state.by.type === 'key'
        ? t('trust.signedByKey')
        : t('trust.signedByIdentity', { issuer: state.by.issuer });
    case 'invalid':
      return t(`trust.because.${state.because}`);
    case 'unsigned':
      return t('trust.unsignedSays', { host });
    case 'not-checked':
      return t(`trust.because.${state.because}`, { host });
    default:
      return assertNever(state);
  }
}

export function signerWord(t: Words, by: Signer): string {
  return by.type === 'key' ? t('trust.key', { name: by.name }) : by.subject;
}
