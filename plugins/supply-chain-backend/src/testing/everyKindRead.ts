import {
  clustersAnswerSchema,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ndjson } from './ndjson';
import type { RunningPlugin } from './startPlugin';

/** Whether the live copy asks for this by itself; everything else was asked because of a request. */
export type AskedByItself = (asked: {
  readonly cluster: string;
  readonly path: string;
}) => boolean;

/**
 * Has every watched kind of every cluster read to its end. From then on the copy asks for nothing that it has not asked for
 * until then, but whether the cluster is there and which kinds it has: so a test can tell what its requests have caused.
 */
export async function everyKindRead(
  plugin: Pick<RunningPlugin, 'fetch' | 'upstream'>,
): Promise<AskedByItself> {
  const stream = await plugin.fetch('/v1/stream', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      topics: [{ type: 'workloads', id: 'all', query: { limit: 1 } }],
    }),
  });
  // The list names the clusters with their kinds: whenever one of these has been read it is told anew.
  for await (const { type } of ndjson<StreamMessage>(stream)) {
    if (type === 'bye') throw new Error('Nothing may be read');
    if (await isRead(plugin)) break;
  }
  const paths = new Set(
    plugin.upstream.flatMap(({ cluster, path }) => {
      const kind = withoutQuery(path);
      const group = kind.slice(0, kind.lastIndexOf('/'));
      return [`${cluster} ${kind}`, `${cluster} ${group}`];
    }),
  );
  return ({ cluster, path }) =>
    path === '/version' || paths.has(`${cluster} ${withoutQuery(path)}`);
}

async function isRead(plugin: Pick<RunningPlugin, 'fetch'>): Promise<boolean> {
  const answer = await plugin.fetch('/v1/clusters');
  const { clusters } = clustersAnswerSchema.parse(await answer.json());
  return (
    clusters.length > 0 &&
    clusters.every(({ kinds }) => kinds.every(({ state }) => isKnown(state)))
  );
}

function isKnown(state: string): boolean {
  return state === 'fresh' || state === 'absent';
}

function withoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? '';
}
