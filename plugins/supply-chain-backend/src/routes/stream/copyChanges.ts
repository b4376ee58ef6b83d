import type { ViewChanges } from '../../service/ViewChanges';
import type { LiveCopy } from '../../watch/LiveCopy';
import { touches } from '../../service/views/touches';

/** Changes of views, as coarse as changes of the copy tell of them. */
export function copyChanges(copy: Pick<LiveCopy, 'onChange'>): ViewChanges {
  return {
    onChange: (topic, changed) =>
      copy.onChange(change => {
        if (touches(change, topic)) changed();
      }),
  };
}
