import type { AuthorityView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Fields } from '../objects/Fields';
import { present } from '../objects/present';
import { readConditions } from '../objects/readConditions';
import { readObjectMeta } from '../objects/readObjectMeta';
import type { ImagePolicyObject } from './ImagePolicyObject';

/** Secrets of keys without a namespace are read where policy-controller runs. */
const NAMESPACE = 'cosign-system';

/** `policy.sigstore.dev/v1beta1` (and v1alpha1, which has the same fields). Throws `Unreadable`. */
export function readImagePolicy(raw: unknown): ImagePolicyObject {
  const { name } = readObjectMeta(raw, 'cluster');
  const policy = new Fields(raw);
  const spec = policy.object('spec');
  const ready = readConditions(policy.object('status')).find(
    condition => condition.type === 'Ready',
  );
  return present({
    name,
    // policy-controller's own default.
    mode:
      spec.text('mode') === 'warn' ? ('warn' as const) : ('enforce' as const),
    globs: spec.list('images').flatMap(image => image.text('glob') ?? []),
    authorities: spec.list('authorities').map(readAuthority),
    only: spec.list('match').map(readMatch),
    hasPolicy: spec.has('policy'),
    notReady:
      ready?.status === 'False'
        ? ready.message ?? ready.reason ?? ready.status
        : undefined,
  });
}

function readAuthority(authority: Fields, index: number): AuthorityView {
  return {
    name: authority.text('name') ?? `authority-${index}`,
    asks: readAsks(authority),
    attestations: authority.list('attestations').map(each => ({
      predicateType: each.text('predicateType') ?? '',
      hasPolicy: each.has('policy'),
    })),
  };
}

function readAsks(authority: Fields): AuthorityView['asks'] {
  if (authority.has('key')) {
    const key = authority.object('key');
    const secret = key.object('secretRef');
    const named = secret.text('name');
    const where =
      key.text('kms') ??
      (named && `secret ${secret.text('namespace') ?? NAMESPACE}/${named}`);
    return { kind: 'key', key: where || 'inline' };
  }
  if (authority.raw('keyless') !== undefined) {
    return {
      kind: 'keyless',
      identities: authority
        .object('keyless')
        .list('identities')
        .map(identity =>
          present({
            issuer: identity.text('issuer'),
            issuerRegExp: identity.text('issuerRegExp'),
            subject: identity.text('subject'),
            subjectRegExp: identity.text('subjectRegExp'),
          }),
        ),
    };
  }
  if (authority.has('static')) {
    const { text } = {
      text: (key: string) => authority.object('static').text(key),
    };
    return present({
      kind: 'static' as const,
      action: text('action') === 'pass' ? ('pass' as const) : ('fail' as const),
      message: text('message'),
    });
  }
  return { kind: 'unknown' };
}

function readMatch(match: Fields): string {
  const group = match.text('group');
  const labels = Object.entries(match.object('selector').map('matchLabels'))
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
  const resource = [match.text('resource') ?? '*', group]
    .filter(Boolean)
    .join('.');
  return labels ? `${resource} (${labels})` : resource;
}
