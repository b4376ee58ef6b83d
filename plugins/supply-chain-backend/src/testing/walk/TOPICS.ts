import type { TopicExamples } from './Walk';

/** One of each type of topic: `{ about: 'build' }` for its `ref`, `{ with: { … } }` for fields of its own. */
export const TOPICS: TopicExamples = {
  workloads: { with: { query: {} } },
  workload: { about: 'workload' },
  stage: { about: 'stage' },
  delivery: { about: 'workload' },
  builds: { about: 'image' },
  build: { about: 'build' },
  builders: { with: { query: {} } },
  builder: { about: 'builder' },
  images: { with: { query: { workload: 'any' } } },
  image: { about: 'image' },
};
