import type { Topic } from '@supply-chain-view/backstage-plugin-supply-chain-common';

type WithoutId<T> = T extends unknown ? Omit<T, 'id' | 'cursor'> : never;

/** What an answer of a reader is about; the topics of a stream are some. */
export type ViewTopic = WithoutId<Topic>;

/** Answers about many things at once: each reader has another one. */
export type ManyTopic = Extract<
  ViewTopic,
  { type: 'workloads' | 'builders' | 'builder' | 'images' }
>;

/** Answers about one thing: most readers have the same. */
export type OneTopic = Exclude<ViewTopic, ManyTopic>;
