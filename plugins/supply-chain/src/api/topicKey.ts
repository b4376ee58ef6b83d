import type { LiveTopic } from './LiveTopic';

/** The same for topics of the same content, whatever the order of their fields; absent and undefined are the same. */
export function topicKey(topic: LiveTopic): string {
  return JSON.stringify(topic, (_, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(
          Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
