import {
  assertNever,
  type ClusterView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveTopic } from '../api/LiveTopic';
import { SupplyChainError } from '../api/SupplyChainError';
import { answerBuilders } from './answerBuilders';
import { answerImages } from './answerImages';
import { answerWorkloads } from './answerWorkloads';
import { clusterFixture } from './clusterFixture';
import type { AnyLive } from './FakeSupplyChainApi';
import { NO_ROLLOUT } from './NO_ROLLOUT';
import type { RecordedFleet } from './recordedFleet';
import type { RecordedViews } from './recordedViews';

const NO_FLEET: RecordedFleet = {
  builders: {
    ...{ items: [], stacks: [], stores: [], lifecycles: [] },
    ...{ clusters: [], problems: [] },
    rollout: NO_ROLLOUT,
  },
  ...{ views: [], rows: [], images: [] },
};

const HEALTHY = [clusterFixture('build'), clusterFixture('run')];

/** Answers topics out of recorded views; what was not recorded is not found. */
export function recordedAnswer(
  { rows, views, stages, builds }: RecordedViews,
  clusters: readonly ClusterView[] = HEALTHY,
  fleet: RecordedFleet = NO_FLEET,
): (topic: LiveTopic) => AnyLive {
  const view = (topic: LiveTopic) => {
    switch (topic.type) {
      case 'workloads':
        return answerWorkloads(rows, topic.query, clusters);
      case 'workload':
        return views.find(({ ref }) => same(ref, topic.ref));
      case 'stage': {
        const stage = views
          .find(({ ref }) => same(ref, topic.ref))
          ?.graph.stages.find(({ name }) => name === topic.stage);
        return (
          stages.find(
            each =>
              same(each.workload, topic.ref) && each.stage.name === topic.stage,
          ) ??
          (stage && { workload: topic.ref, stage, inputs: [], problems: [] })
        );
      }
      // Nothing of it was recorded: what tests show of it they make.
      case 'delivery':
        return undefined;
      case 'builds':
        return builds.find(({ image }) => same(image, topic.ref));
      case 'build':
        return stages
          .map(({ imageProvider }) => imageProvider?.build)
          .find(build => build && same(build.ref, topic.ref));
      case 'builders':
        return answerBuilders(fleet, topic.query, clusters);
      case 'builder':
        return fleet.views.find(
          ({ ref }) => JSON.stringify(ref) === JSON.stringify(topic.ref),
        );
      case 'images':
        return answerImages(fleet, topic.query, clusters);
      case 'image':
        return fleet.images.find(({ ref }) => same(ref, topic.ref));
      default:
        return assertNever(topic);
    }
  };
  return topic => {
    const found = view(topic);
    return found
      ? { state: 'ready', stale: false, view: found }
      : {
          state: 'error',
          stale: false,
          error: new SupplyChainError('not-found', 'Not in the fixtures'),
        };
  };
}

type Named = { cluster: string; namespace: string; name: string };

const same = (a: Named, b: Named) =>
  a.cluster === b.cluster && a.namespace === b.namespace && a.name === b.name;
