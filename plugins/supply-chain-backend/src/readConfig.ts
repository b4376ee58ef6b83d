import type { RootConfigService } from '@backstage/backend-plugin-api';

const MINUTE_MS = 60_000;

/** DNS-1123 label, as Kubernetes wants it of a namespace. */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** The few things that an operator may set; `config.d.ts` describes them. Undefined means our own default. */
export interface SupplyChainConfig {
  readonly idleStopMs: number | undefined;
  /** Where to read what a cluster denies in all namespaces at once; undefined: to be found out. */
  readonly namespacesOf: (cluster: string) => readonly string[] | undefined;
}

export function readConfig(config: RootConfigService): SupplyChainConfig {
  const minutes = config.getOptionalNumber('supplyChain.idleStopMinutes');
  if (minutes !== undefined && !(minutes >= 1)) {
    throw new Error(
      'supplyChain.idleStopMinutes has to be at least 1: a live copy that stops sooner is never there when it is read',
    );
  }
  const everywhere = namespaces(config, 'supplyChain.namespaces');
  const single = new Map(
    (config.getOptionalConfigArray('supplyChain.clusters') ?? []).map(each => [
      each.getString('name'),
      namespaces(each, 'namespaces'),
    ]),
  );
  return {
    idleStopMs: minutes === undefined ? undefined : minutes * MINUTE_MS,
    namespacesOf: cluster => single.get(cluster) ?? everywhere,
  };
}

function namespaces(
  config: Pick<RootConfigService, 'getOptionalStringArray'>,
  key: string,
): readonly string[] | undefined {
  const names = config.getOptionalStringArray(key);
  const wrong = names?.find(name => !NAMESPACE.test(name));
  if (wrong !== undefined) {
    throw new Error(
      `${key} of supplyChain: ${JSON.stringify(
        wrong,
      )} is no name of a namespace`,
    );
  }
  // An empty list says nothing, and looking is better than showing nothing.
  return names && names.length > 0 ? [...new Set(names)] : undefined;
}
