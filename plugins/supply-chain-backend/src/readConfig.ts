import type { RootConfigService } from '@backstage/backend-plugin-api';

const MINUTE_MS = 60_000;

/** The few things that an operator may set; `config.d.ts` describes them. Undefined means our own default. */
export interface SupplyChainConfig {
  readonly idleStopMs: number | undefined;
}

export function readConfig(config: RootConfigService): SupplyChainConfig {
  const minutes = config.getOptionalNumber('supplyChain.idleStopMinutes');
  if (minutes !== undefined && !(minutes >= 1)) {
    throw new Error(
      'supplyChain.idleStopMinutes has to be at least 1: a live copy that stops sooner is never there when it is read',
    );
  }
  return {
    idleStopMs: minutes === undefined ? undefined : minutes * MINUTE_MS,
  };
}
