import { clustersAnswerSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RunningPlugin } from '../../testing/startPlugin';
import { until } from '../../testing/until';

/** Until every first list has answered or was refused: on a busy machine that takes longer than a request waits. */
export async function kindsKnown({ fetch }: RunningPlugin): Promise<void> {
  await until(async () => {
    const { clusters } = clustersAnswerSchema.parse(
      await (await fetch('/v1/clusters')).json(),
    );
    const states = clusters.flatMap(({ kinds }) => kinds.map(k => k.state));
    return states.length > 0 && !states.includes('loading');
  });
}
