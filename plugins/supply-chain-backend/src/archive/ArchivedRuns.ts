import type { LogReader } from '../logs/LogReader';
import { LogsGone } from '../logs/errors/LogsGone';
import type { RunRef } from '../logs/runs/RunRef';
import type { Sight } from '../service/Sight';
import type { Subject } from '../service/Subject';
import type { ArchivedSubjects } from './ArchivedSubjects';
import type { KeptBuilds } from './KeptBuilds';

/** Runs that only the archive knows any more: whose they were, and their logs. */
export class ArchivedRuns {
  constructor(
    private readonly options: {
      readonly kept: Pick<KeptBuilds, 'run'>;
      readonly subjects: Pick<ArchivedSubjects, 'current'>;
      readonly logs: LogReader<Sight, RunRef>;
    },
  ) {}

  /** Out of the archive alone: what has the name of such a run now may be another's. */
  get logs(): LogReader<Sight, RunRef> {
    return this.options.logs;
  }

  async subject(
    run: RunRef,
    as: Pick<Sight, 'signal' | 'personal'>,
  ): Promise<Subject | undefined> {
    const { kept, subjects } = this.options;
    // Not found, as without an archive: another answer would tell what is denied from what is absent.
    const known = await kept.run(run, as.signal).catch(() => undefined);
    as.signal.throwIfAborted();
    return known && subjects.current(known.subject, as);
  }
}

/** In the place of pods that nobody looks for. */
export const noPods: LogReader<Sight, RunRef> = {
  async text(run) {
    throw new LogsGone(run, 'run');
  },
  async follow(run) {
    throw new LogsGone(run, 'run');
  },
};
