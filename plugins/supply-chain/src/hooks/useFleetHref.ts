import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  BuilderRef,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { rootRouteRef } from '../routes';

const path = (...segments: string[]) =>
  segments.map(encodeURIComponent).join('/');

/** Where the pages of builders and images are. */
export function useFleetHref() {
  const root = useRouteRef(rootRouteRef)();
  return useMemo(
    () => ({
      chains: root,
      builders: `${root}/builders`,
      builder: (ref: BuilderRef) =>
        `${root}/builders/${
          ref.kind === 'Builder'
            ? path(ref.cluster, ref.kind, ref.namespace, ref.name)
            : path(ref.cluster, ref.kind, ref.name)
        }`,
      images: `${root}/images`,
      image: ({ cluster, namespace, name }: ObjectRef) =>
        `${root}/images/${path(cluster, namespace, name)}`,
    }),
    [root],
  );
}
