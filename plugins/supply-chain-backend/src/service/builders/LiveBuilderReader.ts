import type {
  BuilderRef,
  BuilderRow,
  BuildersAnswer,
  BuildersQuery,
  BuilderView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { builderRow } from '../../model/builders/builderRow';
import { builderView } from '../../model/builders/builderView';
import type { RolledImage } from '../../model/builders/RolledImage';
import { rolloutView } from '../../model/builders/rolloutView';
import type { BuilderObject } from '../../model/objects/BuilderObject';
import type { Sight } from '../Sight';
import { absentBuilder } from './absentBuilder';
import type { BuilderReader } from './BuilderReader';
import { builderParts } from './builderParts';
import { clusterBuilders, type ClusterBuilders } from './clusterBuilders';
import type { FleetSight, FleetSights } from './FleetSights';
import { isBuilderSeen } from './isBuilderSeen';
import { KeptAnswers } from './KeptAnswers';
import { rollImages } from './rollImages';

interface Seen {
  readonly at: ClusterBuilders;
  readonly builder: BuilderObject;
  readonly images: readonly RolledImage[];
}

/** Kept like an answer, so that asking for what is not there costs no more. */
const ABSENT = { absent: true } as const;

/** Answers from the live copy alone: no cluster is asked anything. */
export class LiveBuilderReader implements BuilderReader<Sight> {
  readonly #sights: FleetSights;
  readonly #kept = new KeptAnswers();

  constructor(options: { sights: FleetSights }) {
    this.#sights = options.sights;
  }

  async builders(query: BuildersQuery, as: Sight): Promise<BuildersAnswer> {
    const sight = await this.#sights.of(as);
    return this.#kept.answer(
      JSON.stringify([as.rights, query]),
      sight.state,
      () => answerOf(query, sight, as),
    );
  }

  async builder(ref: BuilderRef, as: Sight): Promise<BuilderView> {
    const sight = await this.#sights.of(as);
    const view = this.#kept.answer<BuilderView | typeof ABSENT>(
      JSON.stringify([as.rights, ref]),
      sight.state,
      () => viewOf(ref, sight, as) ?? ABSENT,
    );
    if ('absent' in view) throw absentBuilder(ref, sight.copy, as);
    return view;
  }
}

function answerOf(
  query: BuildersQuery,
  sight: FleetSight,
  as: Sight,
): BuildersAnswer {
  const wanted = sight.clusters
    .map(({ name }) => name)
    .filter(name => accepts(query.cluster, name));
  const clusters = wanted.map(cluster => seenOf(cluster, sight, as));
  const isNarrowed =
    query.stack.length + query.lifecycle.length + query.builder.length > 0;
  const seen = clusters
    .flatMap(({ seen: builders }) => builders)
    .filter(
      ({ builder }) =>
        accepts(query.builder, builder.meta.name) &&
        accepts(query.stack, builder.stack) &&
        accepts(query.lifecycle, builder.lifecycle),
    );
  const rows = seen.map(each => rowOf(each, sight));
  const lost = isNarrowed ? [] : clusters.flatMap(({ homeless }) => homeless);
  return {
    rollout: rolloutView(
      [...seen.flatMap(({ images }) => images), ...lost],
      rows.some(isBehind) ? 'behind' : 'well',
    ),
    items: rows,
    ...builderParts(wanted, sight.copy, rows, isNarrowed),
    clusters: [...sight.clusters],
    problems: [...sight.problems],
  };
}

function viewOf(
  ref: BuilderRef,
  sight: FleetSight,
  as: Sight,
): BuilderView | undefined {
  const { cluster } = ref;
  const seen = seenOf(cluster, sight, as).seen.find(
    ({ builder: { meta } }) =>
      meta.name === ref.name &&
      meta.namespace === (ref.kind === 'Builder' ? ref.namespace : ''),
  );
  if (!seen) return undefined;
  const { at, builder, images } = seen;
  return builderView({
    ...{ cluster, builder, images },
    stale: sight.stale.has(cluster),
    parts: at.partsOf(builder),
    problems: sight.problems.filter(each => each.cluster === cluster),
  });
}

/** The builders of a cluster that the reader may see, by name, each with its images; and images whose builder is not there. */
function seenOf(
  cluster: string,
  sight: FleetSight,
  as: Sight,
): { seen: readonly Seen[]; homeless: readonly RolledImage[] } {
  const at = clusterBuilders(sight.copy, cluster);
  const byBuilder = rollImages(
    sight.images.filter(image => image.cluster === cluster),
    at,
  );
  const seen = at.builders
    .map(builder => ({ builder, images: byBuilder.get(builder) ?? [] }))
    .filter(({ builder, images }) =>
      isBuilderSeen(cluster, builder, images.length, as),
    )
    .map(each => ({ at, ...each }));
  return { seen, homeless: byBuilder.get(undefined) ?? [] };
}

function rowOf({ at, builder, images }: Seen, sight: FleetSight): BuilderRow {
  return builderRow({
    ...{ cluster: at.cluster, builder, images },
    stale: sight.stale.has(at.cluster),
    parts: at.partsOf(builder),
  });
}

function isBehind({ rollout, upToDate }: BuilderRow): boolean {
  return rollout.total > 0 && upToDate.status === 'no';
}

function accepts(
  wanted: readonly string[],
  value: string | undefined,
): boolean {
  return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}
