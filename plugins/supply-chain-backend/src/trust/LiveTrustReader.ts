import type {
  ObjectRef,
  PolicyView,
  Problem,
  TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { present } from '../model/objects/present';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import { seenCopy } from '../service/seenCopy';
import type { Sight } from '../service/Sight';
import { surroundingsOf } from '../service/views/surroundingsOf';
import { whenKnown } from '../service/whenKnown';
import type { LiveCopy } from '../watch/LiveCopy';
import type { ClusterPolicies } from './ClusterPolicies';
import type { ImageTrust } from './ImageTrust';
import type { TrustReader } from './TrustReader';

/** The registry's side and the clusters' side, asked at the same time and only when somebody looks. */
export class LiveTrustReader implements TrustReader<Sight> {
  readonly #copy: LiveCopy;
  readonly #clock: Clock;
  readonly #images: ImageTrust;
  readonly #policies: ClusterPolicies;

  constructor(options: {
    copy: LiveCopy;
    clock: Clock;
    images: ImageTrust;
    policies: ClusterPolicies;
  }) {
    this.#copy = options.copy;
    this.#clock = options.clock;
    this.#images = options.images;
    this.#policies = options.policies;
  }

  async trust(ref: ObjectRef, as: Sight): Promise<TrustView> {
    const { cluster, namespace, name } = ref;
    const copy = seenCopy(this.#copy, as);
    await whenKnown(copy, this.#clock, as.signal, cluster);
    const now = this.#clock.now();
    const build = surroundingsOf({ copy, cluster, now }).build(namespace, name);
    if (!build) throw new NoSuchObject('Build', ref);
    const image = build.latestImage;
    const [registry, policies] = await Promise.all([
      this.#images.of(image ?? '', as.signal),
      image === undefined ? [] : this.#policiesOf(copy, image, as),
    ]);
    return present({
      ref,
      image,
      ...registry,
      kpack: present({
        annotations: [...build.cosignAnnotations],
        attestation: build.attestationImage,
      }),
      policies: policies.flatMap(each => each.policies),
      problems: policies.flatMap(each => each.problem ?? []),
    });
  }

  /** Of every cluster that the reader may know: where the image will run is not written anywhere. */
  #policiesOf(
    copy: LiveCopy,
    image: string,
    as: Sight,
  ): Promise<
    readonly { policies: readonly PolicyView[]; problem?: Problem }[]
  > {
    const clusters = copy
      .clusters()
      .map(cluster => cluster.name)
      .filter(cluster => as.mayLookAt(cluster));
    return Promise.all(
      clusters.map(cluster => this.#policies.about(image, cluster, as)),
    );
  }
}
