import type {
  ImagesAnswer,
  ImagesQuery,
  ImageView,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../../clock/Clock';
import { unexplainedPod } from '../../model/builds/unexplainedPod';
import { imageRow } from '../../model/images/imageRow';
import { imageView } from '../../model/images/imageView';
import type { LiveCopy } from '../../watch/LiveCopy';
import type { FleetSight, FleetSights } from '../builders/FleetSights';
import { KeptAnswers } from '../builders/KeptAnswers';
import { seenCopy } from '../seenCopy';
import type { Sight } from '../Sight';
import { subjectOf } from '../subjectOf';
import type { Subjects } from '../Subjects';
import {
  surroundingsOf,
  type ClusterSurroundings,
} from '../views/surroundingsOf';
import type { ViewReader } from '../views/ViewReader';
import { whenKnown } from '../whenKnown';
import type { ImageReader } from './ImageReader';
import { selectImages } from './selectImages';

/** Answers from the live copy alone: no cluster is asked anything, but for the events of a pod that does not start. */
export class LiveImageReader implements ImageReader<Sight> {
  readonly #copy: LiveCopy;
  readonly #clock: Clock;
  readonly #subjects: Subjects;
  readonly #sights: FleetSights;
  readonly #views: ViewReader;
  readonly #kept = new KeptAnswers();

  constructor(options: {
    copy: LiveCopy;
    clock: Clock;
    subjects: Subjects;
    sights: FleetSights;
    views: ViewReader;
  }) {
    this.#copy = options.copy;
    this.#clock = options.clock;
    this.#subjects = options.subjects;
    this.#sights = options.sights;
    this.#views = options.views;
  }

  async images(query: ImagesQuery, as: Sight): Promise<ImagesAnswer> {
    const sight = await this.#sights.of(as);
    const name = JSON.stringify([as.rights, query]);
    return this.#kept.answer(name, sight.state, () =>
      this.#answer(query, sight),
    );
  }

  async image(ref: ObjectRef, as: Sight): Promise<ImageView> {
    const copy = seenCopy(this.#copy, as);
    const { cluster, namespace, name } = ref;
    await whenKnown(copy, this.#clock, as.signal, cluster);
    const now = this.#clock.now();
    const known = surroundingsOf({ copy, cluster, now });
    const found = known.image(namespace, name);
    if (!found) throw this.#subjects.absent('Image', ref, as);
    const values = as.seesValues(subjectOf.image(found, known))
      ? 'shown'
      : 'redacted';
    const view = await this.#views.read(
      {
        topic: { type: 'image', ref },
        variant: values,
        staysInCluster: true,
        pods: around =>
          around
            .builds(namespace, name)
            .flatMap(build => unexplainedPod(build, around) ?? []),
        derive: around => {
          const it = around.image(namespace, name);
          return it && imageView(it, around, values);
        },
      },
      as,
    );
    if (!view) throw this.#subjects.absent('Image', ref, as);
    return view;
  }

  #answer(query: ImagesQuery, sight: FleetSight): ImagesAnswer {
    const { page, ...rest } = selectImages(sight.images, query);
    const now = this.#clock.now();
    const clusters = sight.clusters.map(({ name }) => name);
    const arounds = new Map<string, ClusterSurroundings>();
    const aroundOf = (cluster: string) => {
      const around =
        arounds.get(cluster) ??
        surroundingsOf({
          ...{ copy: sight.copy, cluster, clusters, now },
          trusting: true,
        });
      arounds.set(cluster, around);
      return around;
    };
    return {
      items: page.flatMap(({ cluster, facts: { namespace, name } }) => {
        const around = aroundOf(cluster);
        const image = around.image(namespace, name);
        const row = image && imageRow(image, around);
        if (!row) return [];
        return { ...row, stale: row.stale || sight.stale.has(cluster) };
      }),
      ...rest,
      clusters: [...sight.clusters],
      problems: [...sight.problems],
    };
  }
}
