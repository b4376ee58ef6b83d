import type {
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { FakeClock } from '../clock/FakeClock';
import { pruneRegularly } from './pruneRegularly';

type Task = SchedulerServiceTaskScheduleDefinition &
  SchedulerServiceTaskInvocationDefinition;

const nothing = { byAge: 0, byCount: 0, bySize: 0 };

function setUp(failures: number) {
  const clock = new FakeClock();
  const tasks: Task[] = [];
  const said: string[] = [];
  let left = failures;
  let pruned = nothing;
  let signals = 0;
  const options = {
    scheduler: mockServices.scheduler.mock({
      async scheduleTask(task) {
        left -= 1;
        if (left >= 0) throw new Error('connect ECONNREFUSED');
        tasks.push(task);
      },
    }),
    retention: {
      async prune(signal: AbortSignal) {
        if (!signal.aborted) signals += 1;
        return pruned;
      },
    },
    logger: { info: (text: string) => said.push(text), warn: () => {} },
    ...{ clock, random: () => 0 },
  };
  return {
    ...{ clock, options, tasks, said },
    prunes: (result: typeof nothing) => {
      pruned = result;
    },
    live: () => signals,
  };
}

const { signal } = new AbortController();

describe('pruning the archive', () => {
  it('is done every hour, on one of all replicas', async () => {
    const { options, tasks } = setUp(0);
    await pruneRegularly(options, signal);
    expect(tasks).toMatchObject([
      {
        id: 'supply-chain-log-archive-prune',
        ...{ scope: 'global', frequency: { hours: 1 } },
      },
    ]);
  });

  it('is said in the log when something was forgotten', async () => {
    const { options, tasks, said, prunes, live } = setUp(0);
    await pruneRegularly(options, signal);
    await tasks[0]?.fn(signal);
    expect(said).toEqual([]);
    prunes({ byAge: 3, byCount: 2, bySize: 1 });
    await tasks[0]?.fn(signal);
    expect(said).toEqual([
      'The log archive forgot 3 builds by age, 2 by their number, 1 by size',
    ]);
    expect(live()).toBe(2);
  });

  it('is asked for again while the database of the scheduler is down, until the backend stops', async () => {
    const { options, tasks, clock } = setUp(2);
    const scheduled = pruneRegularly(options, signal);
    expect(tasks).toEqual([]);
    await clock.advance(1_000);
    await scheduled;
    expect(tasks).toHaveLength(1);

    const never = setUp(Infinity);
    const stopping = new AbortController();
    const given = pruneRegularly(never.options, stopping.signal);
    await never.clock.advance(60_000);
    stopping.abort();
    await given;
    expect(never.tasks).toEqual([]);
    expect(never.clock.waits).toEqual([]);
  });
});
