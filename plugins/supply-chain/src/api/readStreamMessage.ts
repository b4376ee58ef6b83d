import {
  streamMessageSchema,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { parseAnswer } from './parseAnswer';

const known = new Set<unknown>(
  streamMessageSchema.options.flatMap(({ shape }) => [...shape.type.values]),
);

/** A message, parsed. Undefined for a type that this version does not know: a newer backend may say more. */
export function readStreamMessage(value: unknown): StreamMessage | undefined {
  const type =
    typeof value === 'object' && value !== null && 'type' in value
      ? value.type
      : undefined;
  if (typeof type === 'string' && !known.has(type)) return undefined;
  return parseAnswer(streamMessageSchema, value, 'a live message');
}
