import type { StreamMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ndjson } from '../ndjson';

/** What somebody was told. */
export interface Said {
  readonly status: number;
  /** Everything, for names that must not be in it. */
  readonly text: string;
  /** What makes one answer differ from another, and not when or by whom it was asked. */
  readonly content: string;
  /** Of a view. */
  readonly version?: string;
  /** Those that could tell one refusal from another. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers that say when, or what `content` has already. */
const PASSING = new Set(['date', 'etag', 'keep-alive', 'connection']);

/** Reads an answer to its end; of a stream of topics the first word on each. */
export async function saidOf(
  response: Response,
  topicIds: ReadonlySet<string>,
): Promise<Said> {
  const { status } = response;
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !PASSING.has(name)),
  );
  const isStream =
    topicIds.size > 0 &&
    response.headers.get('content-type')?.includes('ndjson');
  if (isStream) {
    const messages = await firstWords(response, topicIds);
    return { status, headers, ...ofMessages(messages) };
  }
  const text = await response.text();
  if (status === 200 && topicIds.size > 0) {
    const { messages } = JSON.parse(text) as { messages: StreamMessage[] };
    return { status, headers, ...ofMessages(messages) };
  }
  // The version of a view leaves out when clusters were heard of. Express gives refusals one as well, which says no more.
  const version = status === 200 ? response.headers.get('etag') : undefined;
  const content = version ?? text;
  return { status, headers, text, content, ...(version && { version }) };
}

async function firstWords(
  response: Response,
  topicIds: ReadonlySet<string>,
): Promise<StreamMessage[]> {
  const left = new Set(topicIds);
  const messages: StreamMessage[] = [];
  for await (const message of ndjson<StreamMessage>(response)) {
    messages.push(message);
    if ('id' in message) left.delete(message.id);
    if (left.size === 0) break;
  }
  return messages.filter(({ type }) => type !== 'heartbeat');
}

function ofMessages(messages: readonly StreamMessage[]) {
  const words = messages.map(message => {
    switch (message.type) {
      case 'view':
      case 'unchanged':
        return [message.id, message.version];
      case 'error':
        return [message.id, message.error];
      default:
        return [message];
    }
  });
  return {
    text: JSON.stringify(messages),
    content: JSON.stringify(words.map(word => JSON.stringify(word)).sort()),
  };
}
