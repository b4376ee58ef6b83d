import type { ImageProviderView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RecordedFleet } from '../src/testing/recordedFleet';
import type { RecordedViews } from '../src/testing/recordedViews';

/** The same with other Image Providers: those of workloads, and those of Images for themselves. */
export function withProviders(
  { views, fleet }: { views: RecordedViews; fleet: RecordedFleet },
  change: (provider: ImageProviderView) => ImageProviderView,
): { views: RecordedViews; fleet: RecordedFleet } {
  return {
    views: {
      ...views,
      stages: views.stages.map(detail => ({
        ...detail,
        ...(detail.imageProvider && {
          imageProvider: change(detail.imageProvider),
        }),
      })),
    },
    fleet: {
      ...fleet,
      images: fleet.images.map(view => ({
        ...view,
        provider: change(view.provider),
      })),
    },
  };
}
