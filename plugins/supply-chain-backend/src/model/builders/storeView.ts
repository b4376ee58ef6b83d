import type {
  BuildpackageView,
  StoreView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type {
  ClusterStoreObject,
  StoreBuildpack,
} from '../objects/ClusterStoreObject';
import { present } from '../objects/present';
import { readyVerdict } from './readyVerdict';

/** A ClusterStore for people: its buildpackages, each with what it brings. `usedBy`: builders from it that the reader may see. */
export function storeView(
  cluster: string,
  store: ClusterStoreObject,
  usedBy: readonly string[],
): StoreView {
  const packages = new Map<string, StoreBuildpack[]>();
  for (const buildpack of store.buildpacks) {
    // An older kpack does not say which package brought it: then it is one of its own.
    const { id, version } = buildpack.buildpackage ?? buildpack;
    const key = JSON.stringify([id, version]);
    packages.set(key, [...(packages.get(key) ?? []), buildpack]);
  }
  return present({
    cluster,
    name: store.meta.name,
    ready: readyVerdict(store),
    sources: [...store.sources],
    buildpackages: [...packages.values()].flatMap(packageView).sort(byId),
    usedBy: [...usedBy],
  });
}

function packageView(members: readonly StoreBuildpack[]): BuildpackageView[] {
  const [first] = members;
  if (!first) return [];
  const named = first.buildpackage ?? first;
  const own = members.find(
    ({ id, version }) => id === named.id && version === named.version,
  );
  return [
    present({
      id: named.id,
      version: named.version,
      homepage: named.homepage ?? own?.homepage,
      image: first.source,
      buildpacks: members
        .map(({ id, version, homepage }) => present({ id, version, homepage }))
        .sort(byId),
      order: (own?.order ?? []).map(group =>
        group.flatMap(({ id, version, optional }) =>
          id === undefined ? [] : present({ id, version, optional }),
        ),
      ),
    }),
  ];
}

type Named = { readonly id: string; readonly version?: string | undefined };

function byId(a: Named, b: Named): number {
  const names = [a, b].map(({ id, version }) => `${id}@${version ?? ''}`);
  return (names[0] ?? '').localeCompare(names[1] ?? '', 'en', {
    numeric: true,
  });
}
