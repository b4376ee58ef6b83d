import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { KubeObject } from 'demo-cluster';
import { RunLogs } from '../../testing/RunLogs';
import { until, type Archived } from './startArchived';

const TASK_RUNS = { group: 'tekton.dev', plural: 'taskruns' };
const PODS = { group: '', plural: 'pods' };

/** Logs of runs, and their way into the archive. */
export class ArchivedRuns extends RunLogs {
  constructor(private readonly archived: Archived) {
    super(archived);
  }

  /** The TaskRun whose name begins so. */
  run(start: string): KubeObject {
    return this.recorded(TASK_RUNS, undefined, start);
  }

  /** Resolves when nothing more of it will come into the archive. */
  async settled({ metadata: { uid } }: KubeObject): Promise<void> {
    await until(async () => {
      const rows: unknown[] = await this.archived.database
        .client('archived_builds')
        .where({ uid, settled: true })
        .catch(() => []);
      return rows.length > 0;
    });
  }

  removePod({ metadata: { name, namespace = '' } }: KubeObject): void {
    this.archived.demo.build.state.remove(PODS, namespace, `${name}-pod`);
  }

  /** Reads it until the live copies have heard of it too. */
  async untilArchived(path: string): Promise<LogMessage[]> {
    let messages: LogMessage[] = [];
    await until(async () => {
      messages = await this.follow(path);
      return messages.some(({ type }) => type === 'archived');
    });
    return messages;
  }
}
