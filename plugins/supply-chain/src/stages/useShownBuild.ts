import type {
  BuildView,
  ImageProviderView,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useEffect, useRef } from 'react';
import type { Live } from '../api/Live';
import { SupplyChainError } from '../api/SupplyChainError';
import { useLive } from '../hooks/useLive';

/** The build on screen. `isNewest`: what is served now can be told from it. */
export type ShownBuild = {
  ref: ObjectRef | undefined;
  live: Live<BuildView>;
  isNewest: boolean;
};

/** The build that the address names, else the newest, which the stage brings along. */
export function useShownBuild(
  { build, builds, image, recent }: ImageProviderView,
  name: string | undefined,
): ShownBuild {
  const newest = build?.ref ?? recent[0]?.ref;
  const home = image ?? newest;
  const asked =
    name === undefined || !home
      ? newest
      : { cluster: home.cluster, namespace: home.namespace, name };
  const isNewest = asked !== undefined && asked.name === newest?.name;
  const found = isNewest
    ? build
    : builds?.find(({ ref }) => ref.name === asked?.name);
  const live = useLive(
    found || builds || !asked ? undefined : { type: 'build', ref: asked },
  );
  const shown = shownHere(found, builds !== undefined) ?? live;
  // The build that somebody reads stays while it is asked for by its name: a newer one has come with the stage.
  const last = useRef<BuildView>();
  useEffect(() => {
    if (shown.view) last.current = shown.view;
  });
  const isKept =
    shown.state === 'loading' &&
    asked !== undefined &&
    last.current?.ref.name === asked.name;
  return {
    ref: asked,
    isNewest,
    live:
      isKept && last.current
        ? { state: 'ready', stale: false, view: last.current }
        : shown,
  };
}

/** What the stage brought along. Runs from a Dockerfile all come with it: one that is not among them is gone. */
function shownHere(
  view: BuildView | undefined,
  isComplete: boolean,
): Live<BuildView> | undefined {
  if (view) return { state: 'ready', stale: false, view };
  return isComplete
    ? {
        state: 'error',
        stale: false,
        error: new SupplyChainError('not-found', 'The run is not there'),
      }
    : undefined;
}
