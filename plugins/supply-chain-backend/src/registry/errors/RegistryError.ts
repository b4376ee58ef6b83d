/**
 * not-allowed: the configuration does not name the host. denied: the registry wants credentials, or others.
 * unreachable: no answer in time, or an error of its own. redirected: it leads to a host that is not allowed.
 * too-large, unreadable: the answer. altered: the content is not what its digest says.
 */
export type RegistryTrouble =
  | 'not-allowed'
  | 'denied'
  | 'unreachable'
  | 'redirected'
  | 'too-large'
  | 'unreadable'
  | 'altered';

const SAYS: Record<RegistryTrouble, string> = {
  'not-allowed': 'is not among supplyChain.registries, so it is not asked',
  denied:
    'does not let us read: check the credentials of supplyChain.registries',
  unreachable: 'does not answer',
  redirected:
    'leads to a host that is not allowed: name it in alsoHosts if it belongs to the registry',
  'too-large': 'answers with more than is read of such a thing',
  unreadable: 'answers with something that cannot be read',
  altered: 'gives other content than the digest says',
};

/** Everything that `ImageRegistry` throws besides an abort. The message names the host, never credentials or an answer. */
export class RegistryError extends Error {
  constructor(readonly because: RegistryTrouble, readonly host: string) {
    super(`Registry ${host} ${SAYS[because]}`);
    this.name = 'RegistryError';
  }
}
