import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { Conflict } from '../clusters/errors/Conflict';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import { newestFirst } from '../model/builds/newestFirst';
import { buildAnnotations } from '../model/objects/buildAnnotations';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import type { Sight } from '../service/Sight';
import type { SupplyChainReader } from '../service/SupplyChainReader';
import { watchedKinds } from '../service/watchedKinds';
import type { BuildTrigger, TriggerRequest } from './BuildTrigger';
import { NewerBuild } from './errors/NewerBuild';
import { NoImageToRebuild } from './errors/NoImageToRebuild';
import { RebuildAsked } from './errors/RebuildAsked';
import { readVersionedBuild, type VersionedBuild } from './readVersionedBuild';
import type { TriggerQuota } from './TriggerQuota';

/** How often it is looked again when the newest Build changed under the question: while it runs it does so every few seconds. */
const TRIES = 3;

type Api = Pick<KubernetesApi, 'list' | 'patch'>;

/**
 * Asks kpack as `kp image trigger` does: by an annotation on the newest Build (kpack pkg/apis/build/v1alpha2/build.go).
 * Never on the Image: from there it would be copied to every Build, and each would call for the next.
 */
export class ClusterBuildTrigger implements BuildTrigger<Sight> {
  constructor(
    private readonly options: {
      readonly reader: Pick<SupplyChainReader<Sight>, 'build'>;
      readonly api: Api;
      readonly quota: TriggerQuota;
      readonly clock: Pick<Clock, 'now'>;
    },
  ) {}

  async trigger(
    ref: ObjectRef,
    { by }: TriggerRequest,
    as: Sight,
  ): Promise<void> {
    const { image } = await this.options.reader.build(ref, as);
    if (image === undefined) throw new NoImageToRebuild(ref);
    const { cluster, namespace } = ref;
    this.options.quota.take([cluster, namespace, image].join('\n'));
    const api = as.personal?.source(cluster)?.api ?? this.options.api;
    for (let tries = 1; ; tries += 1) {
      const newest = await newestBuild(api, ref, image, as.signal);
      try {
        await this.#ask(api, ref, newest, by, as.signal);
        return;
      } catch (error) {
        if (!(error instanceof Conflict) || tries === TRIES) throw error;
      }
    }
  }

  async #ask(
    api: Api,
    { cluster, namespace, name }: ObjectRef,
    { build, resourceVersion }: VersionedBuild,
    by: string,
    signal: AbortSignal,
  ): Promise<void> {
    const at = new Date(this.options.clock.now()).toISOString();
    await api.patch(
      {
        cluster,
        resource: watchedKinds.build.resource,
        ...{ namespace, name },
        merge: {
          metadata: {
            // Refused when it is another Build of this name, or has changed since it was looked at.
            uid: build.meta.uid,
            resourceVersion,
            annotations: {
              [buildAnnotations.rebuild]: at,
              [buildAnnotations.askedAt]: at,
              [buildAnnotations.askedBy]: by,
            },
          },
        },
      },
      signal,
    );
  }
}

/** Read from the cluster itself, as the live copy may be a moment behind. Throws where it is not the one that was named. */
async function newestBuild(
  api: Api,
  ref: ObjectRef,
  image: string,
  signal: AbortSignal,
): Promise<VersionedBuild> {
  const found = new Map<string, VersionedBuild>();
  const { cluster, namespace } = ref;
  const request = {
    ...{ cluster, namespace, resource: watchedKinds.build.resource },
    labelSelector: `${buildAnnotations.image}=${image}`,
  };
  for await (const { items } of api.list(request, signal)) {
    for (const each of items.flatMap(readVersionedBuild)) {
      // Again, for a server that knows no selectors.
      if (each.build.image === image) found.set(each.build.meta.name, each);
    }
  }
  const [newest] = newestFirst([...found.values()].map(({ build }) => build));
  const named = found.get(ref.name);
  if (!newest || !named) throw new NoSuchObject('Build', ref);
  if (newest !== named.build) throw new NewerBuild(ref, newest.meta.name);
  if (newest.rebuildAsked) throw new RebuildAsked(ref);
  return named;
}
