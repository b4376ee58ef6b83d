import type { Clock } from '../clock/Clock';
import { KubernetesPluginApi } from '../clusters/KubernetesPluginApi';
import { ownTokenHeader } from '../clusters/ownTokenHeader';
import { PluginDiscovery } from '../clusters/PluginDiscovery';
import { PluginTransport } from '../clusters/PluginTransport';
import { NamespaceScout } from '../watch/NamespaceScout';
import type { AsPerson } from './AsPerson';
import type { ClusterToken } from './ClusterToken';
import type { PersonalClusterState } from './PersonalClusterState';

type Door = ConstructorParameters<typeof PluginTransport>[0] & {
  readonly clock: Clock;
};

/**
 * Asks clusters through the kubernetes plugin: to it as this plugin, which alone has to be allowed its proxy, and to the
 * cluster as the person.
 */
export function asPersonThrough(options: {
  readonly door: Door;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly namespacesOf: (cluster: string) => readonly string[] | undefined;
}): (
  cluster: PersonalClusterState,
  token: ClusterToken,
  life: AbortSignal,
) => AsPerson {
  const { door, random, namespacesOf } = options;
  return ({ name, authProvider }, token, life) => {
    const ownToken = ownTokenHeader(authProvider, token.reveal());
    const api = new KubernetesPluginApi({ ...door, ownToken, random });
    const scout = new NamespaceScout({
      api,
      discovery: new PluginDiscovery(
        new PluginTransport({ ...door, ownToken }),
      ),
      cluster: name,
      configured: namespacesOf(name),
      held: () => [],
      clock: door.clock,
      life,
    });
    return { api, scout };
  };
}
