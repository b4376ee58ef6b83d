import type { ViewChanges } from '../../service/ViewChanges';

/** Changes that either of them tells of. */
export function bothChanges(a: ViewChanges, b: ViewChanges): ViewChanges {
  return {
    onChange(topic, changed) {
      const leave = [a, b].map(each => each.onChange(topic, changed));
      return () => leave.forEach(each => each());
    },
  };
}
