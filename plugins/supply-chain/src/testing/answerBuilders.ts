import type {
  BuildersAnswer,
  BuildersQueryInput,
  ClusterView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RecordedFleet } from './recordedFleet';

/** `GET /builders` over a recorded fleet; narrowed, the rollout is that of the only builder that is left. */
export function answerBuilders(
  { builders }: RecordedFleet,
  query: BuildersQueryInput,
  clusters: readonly ClusterView[],
): BuildersAnswer {
  const accepts = (wanted: string[] | undefined, value: string | undefined) =>
    !wanted?.length || (value !== undefined && wanted.includes(value));
  const items = builders.items.filter(
    ({ ref, stack, lifecycle }) =>
      accepts(query.cluster, ref.cluster) &&
      accepts(query.builder, ref.name) &&
      accepts(query.stack, stack.name) &&
      accepts(query.lifecycle, lifecycle.name),
  );
  const [only] = items.length === 1 ? items : [];
  return {
    ...builders,
    ...(only && { rollout: only.rollout }),
    items,
    clusters: [...clusters],
  };
}
