import type { SearchChange } from '../panel/changeSearch';
import type { PanelUrl } from '../panel/usePanelUrl';
import type { LogPlace } from './LogPlace';

/**
 * Where a log of a page is read. What is shared of it names this very log (`pin`): the page itself shows the newest build or
 * run, which is another one when somebody opens the link. A line that was picked is one of this log, too.
 */
export function pinnedPlace(url: PanelUrl, pin: SearchChange): LogPlace {
  return {
    step: url.step,
    line: url.line,
    q: url.q,
    how: url.how,
    with: change => url.with({ ...pin, ...change }),
    go: change => url.go(change.line ? { ...pin, ...change } : change),
  };
}
