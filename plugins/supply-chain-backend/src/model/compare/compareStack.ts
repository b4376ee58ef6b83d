import type {
  BuiltWithView,
  ReasonView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { change } from '../why/change';
import { reason } from '../why/reason';

/** Another run image or another stack. The repository of a run image is kpack's own copy and says nothing: digests do. */
export function compareStack(
  from: BuiltWithView,
  to: BuiltWithView,
): readonly ReasonView[] {
  const moved =
    from.runImage !== undefined &&
    to.runImage !== undefined &&
    digestOf(from.runImage) !== digestOf(to.runImage);
  const other =
    from.stackId !== undefined &&
    to.stackId !== undefined &&
    from.stackId !== to.stackId;
  if (!moved && !other) return [];
  return [
    reason('stack', undefined, 'stack', {}, [
      ...(other ? [change('stack', from.stackId, to.stackId)] : []),
      ...(moved ? [change('run image', from.runImage, to.runImage)] : []),
    ]),
  ];
}

function digestOf(image: string): string {
  return image.split('@').at(-1) ?? image;
}
