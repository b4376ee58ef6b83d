import type {
  BuildView,
  ImageProviderView,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import { useLive } from '../hooks/useLive';

/** The build on screen. `isNewest`: what is served now can be told from it. */
export type ShownBuild = {
  ref: ObjectRef | undefined;
  live: Live<BuildView>;
  isNewest: boolean;
};

/** The build that the address names, else the newest, which the stage brings along. */
export function useShownBuild(
  { build, image, recent }: ImageProviderView,
  name: string | undefined,
): ShownBuild {
  const newest = build?.ref ?? recent[0]?.ref;
  const home = image ?? newest;
  const asked =
    name === undefined || !home
      ? newest
      : { cluster: home.cluster, namespace: home.namespace, name };
  const isNewest = asked !== undefined && asked.name === newest?.name;
  const isHere = build !== undefined && isNewest;
  const live = useLive(
    isHere || !asked ? undefined : { type: 'build', ref: asked },
  );
  return {
    ref: asked,
    isNewest,
    live: isHere ? { state: 'ready', stale: false, view: build } : live,
  };
}
