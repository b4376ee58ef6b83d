import type { Live } from './Live';
import type { LiveTopic, LiveViewOf } from './LiveTopic';

/** Keeps topics up to date over whatever connection there is. */
export interface LiveSource {
  /** What is known now, without asking anybody: `loading` for a topic that nobody subscribed to. The same object until it changes. */
  current<T extends LiveTopic>(topic: T): Live<LiveViewOf<T>>;

  /** Calls `onChange` after each change of `current(topic)` until the returned function is called. */
  subscribe(topic: LiveTopic, onChange: () => void): () => void;
}
