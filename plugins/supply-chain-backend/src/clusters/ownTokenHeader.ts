/** What a header's name can carry, in small letters only: Node gives no others to who receives it. */
const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

const HEADER = 'Backstage-Kubernetes-Authorization';

/**
 * How the kubernetes plugin's proxy wants the token of the person who asks (kubernetes-backend 0.21.11, KubernetesProxy):
 * in a header of the cluster's provider, which goes through the provider's strategy. A provider whose name no header can
 * carry is served by the header that the proxy hands on as it is.
 */
export function ownTokenHeader(
  authProvider: string,
  token: string,
): Readonly<Record<string, string>> {
  const name = authProvider.replace('.', '-');
  return HEADER_NAME.test(name)
    ? { [`${HEADER}-${name}`]: token }
    : { [HEADER]: `Bearer ${token}` };
}
