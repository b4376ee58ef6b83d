import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/**
 * For those who may see only a part of a cluster: how many objects there are besides, and in which namespaces, is not
 * theirs to know.
 */
export function limitedHealth(health: KindHealth): KindHealth {
  const { limitedTo: _limitedTo, leftOut: _leftOut, ...rest } = health;
  return { ...rest, objects: 0, unreadable: 0 };
}
