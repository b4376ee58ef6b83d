import { hash } from 'node:crypto';

const THINGS = [
  ...['account', 'audit', 'basket', 'campaign', 'card', 'claim', 'contract'],
  ...['coupon', 'customer', 'device', 'fleet', 'fraud', 'inventory', 'journey'],
  ...['letter', 'loyalty', 'meter', 'parcel', 'policy', 'quota', 'rating'],
  ...['refund', 'route', 'schedule', 'tariff', 'ticket', 'travel', 'voucher'],
];
const PARTS = [
  ...['api', 'batch', 'bff', 'consumer', 'export', 'gateway', 'import'],
  ...['jobs', 'notifier', 'search', 'sync', 'ui', 'worker'],
];

/** Workloads that share a namespace: a team with fifty is a large one. */
const WORKLOADS_PER_NAMESPACE = 50;

/** A name nobody else in the cluster has, and the namespace it is in. The same for the same seed. */
export function namesOf(
  seed: string,
  index: number,
): { name: string; namespace: string } {
  const dice = parseInt(hash('sha1', `${seed}/${index}`).slice(0, 8), 16);
  const thing = THINGS[dice % THINGS.length] ?? '';
  const part = PARTS[(dice >>> 8) % PARTS.length] ?? '';
  const team = Math.floor(index / WORKLOADS_PER_NAMESPACE) + 1;
  return {
    name: `${thing}-${part}-${String(index).padStart(5, '0')}`,
    namespace: `team-${String(team).padStart(3, '0')}`,
  };
}
