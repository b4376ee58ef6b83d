import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/**
 * Who refused: the cluster's rules, the cluster that does not accept the configured credentials, or the token of the person
 * who asks, or Backstage's kubernetes plugin.
 */
export type DeniedBy = 'cluster' | 'credentials' | 'token' | 'backstage';

const WHO: Record<DeniedBy, string> = {
  cluster: 'The cluster does not allow',
  credentials:
    'The cluster does not accept the credentials configured in the kubernetes plugin for',
  token: 'The cluster does not accept your token, sign in again to',
  backstage: 'The kubernetes plugin does not allow this plugin to',
};

export class AccessDenied extends Error {
  readonly because = 'denied';

  constructor(readonly asked: AskedFor, readonly by: DeniedBy) {
    super(`${WHO[by]}: ${describeAsked(asked)}`);
    this.name = 'AccessDenied';
  }
}
