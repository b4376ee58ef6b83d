import type { Clock } from '../../clock/Clock';
import type { LiveCopy } from '../../watch/LiveCopy';
import { LiveSubjects } from '../LiveSubjects';
import { LiveSupplyChainReader } from '../LiveSupplyChainReader';
import { PodEvents } from '../PodEvents';
import type { Sight } from '../Sight';
import { LiveViews } from '../views/LiveViews';

/** Everything may be seen. */
export const everything: Sight = {
  signal: new AbortController().signal,
  sees: () => true,
  seesValues: () => false,
  mayLookAt: () => true,
  all: true,
  rights: 'all',
};

/** A reader over a copy, wired as in a backend, with what is kept for it. No cluster tells any events. */
export function readerOver(
  copy: LiveCopy,
  clock: Clock,
  pause: () => Promise<void> = async () => {},
) {
  const views = new LiveViews({
    ...{ copy, clock, pause, random: () => 0.5 },
    reportUnexpected: error => {
      throw error;
    },
  });
  const subjects = new LiveSubjects({ copy, clock });
  const events = new PodEvents({ api: { async *list() {} }, clock });
  const reader = new LiveSupplyChainReader({
    ...{ copy, clock, subjects, events, views, pause },
  });
  return { reader, views };
}
