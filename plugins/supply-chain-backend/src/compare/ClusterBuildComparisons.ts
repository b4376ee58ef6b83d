import type {
  BuildComparison,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import { compareBuilds } from '../model/compare/compareBuilds';
import { specDifferences } from '../model/compare/specDifferences';
import { buildAnnotations } from '../model/objects/buildAnnotations';
import { Fields } from '../model/objects/Fields';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import type { SupplyChainReader } from '../service/SupplyChainReader';
import { watchedKinds } from '../service/watchedKinds';
import type { BuildComparisons } from './BuildComparisons';

type Api = Pick<KubernetesApi, 'list'>;

/** Views out of the live copy, and both specs whole out of the cluster. */
export class ClusterBuildComparisons implements BuildComparisons<Sight> {
  constructor(
    private readonly options: {
      readonly reader: Pick<SupplyChainReader<Sight>, 'build' | 'builds'>;
      readonly subjects: Pick<Subjects, 'find'>;
      readonly api: Api;
    },
  ) {}

  async compare(
    ref: ObjectRef,
    other: string | undefined,
    as: Sight,
  ): Promise<BuildComparison> {
    const { reader, subjects } = this.options;
    const { cluster, namespace } = ref;
    const build = await reader.build(ref, as);
    const name = other ?? build.comparedWith?.name ?? ref.name;
    // Made by hand: no other build is of the same image.
    if (build.image === undefined)
      throw new NoSuchObject('The image of build', ref);
    const image = { cluster, namespace, name: build.image };
    const { builds } = await reader.builds(image, as);
    const second = { cluster, namespace, name };
    // Of another image it may be somebody else's: to this caller it is not there.
    if (!builds.some(each => each.ref.name === name))
      throw new NoSuchObject('Build', second);
    const [from, to] = [build, await reader.build(second, as)].sort(
      (a, b) => (a.number ?? 0) - (b.number ?? 0),
    ) as [typeof build, typeof build];
    const api = as.personal?.source(cluster)?.api ?? this.options.api;
    const raw = await rawBuilds(api, image, as.signal);
    const rawOf = ({ ref: wanted }: typeof build) => {
      const found = raw.get(wanted.name);
      if (found === undefined) throw new NoSuchObject('Build', wanted);
      return found;
    };
    const subject = await subjects.find('Build', ref, as);
    return compareBuilds({
      ...{ image, from, to, builds },
      spec: specDifferences(rawOf(from), rawOf(to)),
      values: subject && as.seesValues(subject) ? 'shown' : 'redacted',
    });
  }
}

/** All at once: two questions by name would take two, and a right more. kpack keeps some twenty. */
async function rawBuilds(
  api: Api,
  { cluster, namespace, name }: ObjectRef,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  const request = {
    ...{ cluster, namespace, resource: watchedKinds.build.resource },
    labelSelector: `${buildAnnotations.image}=${name}`,
  };
  for await (const { items } of api.list(request, signal)) {
    for (const each of items) {
      const itsName = new Fields(each).object('metadata').text('name');
      if (itsName !== undefined) found.set(itsName, each);
    }
  }
  return found;
}
