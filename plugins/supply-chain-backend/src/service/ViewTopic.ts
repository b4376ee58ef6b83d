import type { Topic } from '@supply-chain-view/backstage-plugin-supply-chain-common';

type WithoutId<T> = T extends unknown ? Omit<T, 'id' | 'cursor'> : never;

/** What an answer of a reader is about; the topics of a stream are some. */
export type ViewTopic = WithoutId<Topic>;
