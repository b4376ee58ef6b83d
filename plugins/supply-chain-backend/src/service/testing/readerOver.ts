import type { Clock } from '../../clock/Clock';
import type { KubernetesApi } from '../../clusters/KubernetesApi';
import { stageInspectors } from '../../stages/stageInspectors';
import type { LiveCopy } from '../../watch/LiveCopy';
import { LiveSubjects } from '../LiveSubjects';
import { LiveSupplyChainReader } from '../LiveSupplyChainReader';
import { PodEvents } from '../PodEvents';
import type { Sight } from '../Sight';
import { StampedObjects } from '../stamped/StampedObjects';
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

/** Has nothing of any kind. */
const silentApi: Pick<KubernetesApi, 'list' | 'watch'> = {
  async *list() {
    yield { items: [], resourceVersion: '1' };
  },
  async *watch(_, signal) {
    await new Promise(resolve => {
      signal.addEventListener('abort', resolve, { once: true });
    });
  },
};

/** A reader over a copy, wired as in a backend, with what is kept for it. No cluster tells any events. */
export function readerOver(
  copy: LiveCopy,
  clock: Clock,
  pause: () => Promise<void> = async () => {},
  api: Pick<KubernetesApi, 'list' | 'watch'> = silentApi,
) {
  const random = () => 0.5;
  const stamped = new StampedObjects({ api, clock, random });
  const views = new LiveViews({
    ...{ copy, stamped, clock, pause, random },
    reportUnexpected: error => {
      throw error;
    },
  });
  const subjects = new LiveSubjects({ copy, clock });
  const events = new PodEvents({ api: { async *list() {} }, clock });
  const reader = new LiveSupplyChainReader({
    ...{ copy, clock, subjects, events, views, stamped, pause },
    inspectors: stageInspectors,
  });
  return { reader, views, stamped };
}
