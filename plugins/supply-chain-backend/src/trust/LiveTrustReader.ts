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
import type { SupplyChainReader } from '../service/SupplyChainReader';
import { surroundingsOf } from '../service/views/surroundingsOf';
import { whenKnown } from '../service/whenKnown';
import type { LiveCopy } from '../watch/LiveCopy';
import type { ClusterPolicies } from './ClusterPolicies';
import type { ImageTrust } from './ImageTrust';
import { stageImage } from './stageImage';
import type { StageTrustRequest, TrustReader } from './TrustReader';

/** The registry's side and the clusters' side, asked at the same time and only when somebody looks. */
export class LiveTrustReader implements TrustReader<Sight> {
  readonly #copy: LiveCopy;
  readonly #clock: Clock;
  readonly #images: ImageTrust;
  readonly #policies: ClusterPolicies;
  readonly #reader: Pick<SupplyChainReader<Sight>, 'stage'>;

  constructor(options: {
    copy: LiveCopy;
    clock: Clock;
    images: ImageTrust;
    policies: ClusterPolicies;
    reader: Pick<SupplyChainReader<Sight>, 'stage'>;
  }) {
    this.#copy = options.copy;
    this.#clock = options.clock;
    this.#images = options.images;
    this.#policies = options.policies;
    this.#reader = options.reader;
  }

  async trust(ref: ObjectRef, as: Sight): Promise<TrustView> {
    const { cluster, namespace, name } = ref;
    const copy = seenCopy(this.#copy, as);
    await whenKnown(copy, this.#clock, as.signal, cluster);
    const now = this.#clock.now();
    const build = surroundingsOf({ copy, cluster, now }).build(namespace, name);
    if (!build) throw new NoSuchObject('Build', ref);
    const kpack = present({
      annotations: [...build.cosignAnnotations],
      attestation: build.attestationImage,
    });
    return { ref, ...(await this.#worth(build.latestImage, as)), kpack };
  }

  async ofStage(
    { ref, stage, run }: StageTrustRequest,
    as: Sight,
  ): Promise<TrustView> {
    const found = stageImage(await this.#reader.stage(ref, stage, as), run);
    if (!found)
      throw new NoSuchObject(`An image of stage ${stage} of workload`, ref);
    return {
      ref: found.ref,
      ...(await this.#worth(found.image, as)),
      kpack: { annotations: [] },
    };
  }

  async #worth(
    image: string | undefined,
    as: Sight,
  ): Promise<Omit<TrustView, 'ref' | 'kpack'>> {
    const copy = seenCopy(this.#copy, as);
    const [registry, policies] = await Promise.all([
      this.#images.of(image ?? '', as.signal),
      image === undefined ? [] : this.#policiesOf(copy, image, as),
    ]);
    return present({
      image,
      ...registry,
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
