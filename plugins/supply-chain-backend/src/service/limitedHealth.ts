import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** For those who may see only a part of a cluster: how many objects there are besides is not theirs to know. */
export function limitedHealth(health: KindHealth): KindHealth {
  return { ...health, objects: 0, unreadable: 0 };
}
