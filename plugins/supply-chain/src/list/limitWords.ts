import type {
  ClusterView,
  KindHealth,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** Namespaces that a sentence names before it counts the rest. */
const NAMED = 6;

/** Sentences that say of which namespaces only a cluster shows what: none for one that is read as a whole. */
export function limitWords(t: Words, cluster: ClusterView): readonly string[] {
  const name = cluster.title ?? cluster.name;
  const limited = cluster.kinds.filter(({ limitedTo }) => limitedTo);
  const readAsAWhole = cluster.kinds.some(
    kind => !kind.limitedTo && kind.state === 'fresh',
  );
  const alike = new Map<string, KindHealth[]>();
  for (const kind of limited) {
    const key = JSON.stringify([kind.limitedTo, kind.leftOut]);
    alike.set(key, [...(alike.get(key) ?? []), kind]);
  }
  return [...alike.values()].map(kinds => {
    const { limitedTo = [], leftOut = 0 } = kinds[0] ?? {};
    const namespaces = namesOf(t, limitedTo);
    const resources = kinds.map(({ resource }) => resource).join(', ');
    const sentence =
      alike.size === 1 && !readAsAWhole
        ? t('list.limited', { cluster: name, namespaces })
        : t('list.limitedKinds', { cluster: name, namespaces, resources });
    return leftOut > 0
      ? `${sentence} ${t('list.limitedLeftOut', { count: leftOut })}`
      : sentence;
  });
}

function namesOf(t: Words, namespaces: readonly string[]): string {
  const more = namespaces.length - NAMED;
  return more > 0
    ? t('list.limitedMore', {
        namespaces: namespaces.slice(0, NAMED).join(', '),
        more: String(more),
      })
    : namespaces.join(', ');
}
