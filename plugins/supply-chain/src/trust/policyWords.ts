import {
  assertNever,
  type AuthorityView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** What one authority of a policy asks, in a sentence. */
export function authorityWords(t: Words, authority: AuthorityView): string {
  const asks = asksWords(t, authority.asks);
  if (authority.attestations.length === 0) return asks;
  const types = authority.attestations
    .map(({ predicateType, hasPolicy }) =>
      hasPolicy
        ? t('trust.policyJudged', { type: predicateType })
        : predicateType,
    )
    .join(', ');
  return t('trust.policyAttests', { asks, types });
}

function asksWords(t: Words, asks: AuthorityView['asks']): string {
  switch (asks.kind) {
    case 'key':
      return asks.key === 'inline'
        ? t('trust.policyKeyInline')
        : t('trust.policyKey', { key: asks.key });
    case 'keyless':
      return asks.identities.length === 0
        ? t('trust.policyAnybody')
        : asks.identities
            .map(identity =>
              t('trust.policyIdentity', {
                subject:
                  identity.subject ??
                  (identity.subjectRegExp && `/${identity.subjectRegExp}/`) ??
                  t('trust.anybody'),
                issuer:
                  identity.issuer ??
                  (identity.issuerRegExp && `/${identity.issuerRegExp}/`) ??
                  t('trust.anyIssuer'),
              }),
            )
            .join(t('trust.or'));
    case 'static':
      return asks.action === 'pass'
        ? t('trust.policyPass')
        : t('trust.policyFail', { says: asks.message ?? '' });
    case 'unknown':
      return t('trust.policyUnknown');
    default:
      return assertNever(asks);
  }
}
