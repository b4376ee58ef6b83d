import { isRecord } from '../clusters/isRecord';
import { Unreadable } from './Unreadable';
import type { WatchedKind } from './WatchedKind';

/** What tests watch: a kind with a colour, an owner, and shapes that cannot be read. */
export interface Widget {
  readonly namespace: string;
  readonly name: string;
  readonly colour: string;
}

export const widgets: WatchedKind<Widget> = {
  resource: { group: 'test.example', version: 'v1', plural: 'widgets' },
  kind: 'Widget',
  namespaced: true,
  read: raw => {
    const { metadata, spec } = raw as Record<string, Record<string, unknown>>;
    if (!isRecord(spec) || typeof spec.colour !== 'string') {
      throw new Unreadable('spec.colour is not a text');
    }
    return {
      namespace: String(metadata?.namespace),
      name: String(metadata?.name),
      colour: spec.colour,
    };
  },
  indexes: { colour: ({ colour }) => [colour] },
};

/** A raw object of it. */
export function widget(
  name: string,
  colour: unknown,
  namespace = 'here',
): Record<string, unknown> {
  return {
    metadata: { namespace, name, uid: `${namespace}-${name}` },
    spec: { colour },
  };
}
