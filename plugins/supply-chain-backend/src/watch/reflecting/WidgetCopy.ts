import { FakeClock } from '../../clock/FakeClock';
import { FakeKubernetes } from '../../clusters/FakeKubernetes';
import { ClusterUnreachable } from '../../clusters/errors/ClusterUnreachable';
import type { CopyChange } from '../CopyChange';
import { ReflectingLiveCopy } from '../ReflectingLiveCopy';
import { widgets } from '../widgets';

const WIDGETS = 'widgets.test.example';
const MINUTE = 60_000;

/** A live copy of widgets in clusters in memory, for tests. */
export class WidgetCopy {
  readonly clock = new FakeClock();
  readonly kubernetes: FakeKubernetes;
  readonly copy: ReflectingLiveCopy;
  changes: CopyChange[] = [];
  /** What was logged. */
  readonly log: string[] = [];

  constructor(...clusters: string[]) {
    this.kubernetes = new FakeKubernetes(...clusters);
    const note = (message: string) => this.log.push(message);
    this.copy = new ReflectingLiveCopy({
      api: this.kubernetes,
      kinds: [widgets],
      clock: this.clock,
      random: () => 0.5,
      logger: { info: note, warn: note, error: note },
    });
    this.copy.onChange(change => this.changes.push(change));
  }

  /** For good, and nothing is left behind. */
  async end(): Promise<void> {
    await this.copy.stop();
    expect(this.clock.waits).toEqual([]);
    expect(this.kubernetes.openWatches).toBe(0);
  }

  /** By name. */
  colours(cluster = 'build') {
    return Object.fromEntries(
      [...this.copy.kind(cluster, widgets).all()].map(w => [w.name, w.colour]),
    );
  }

  health(cluster = 'build') {
    return this.copy.kind(cluster, widgets).health;
  }

  /** How often the clusters were asked this. */
  count(question: string): number {
    return this.kubernetes.asked.filter(one => one === question).length;
  }

  /** Somebody reads. */
  async wake(): Promise<void> {
    this.copy.touch();
    await this.clock.settle();
  }

  /** People go on reading meanwhile. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= MINUTE) {
      this.copy.touch();
      await this.clock.advance(Math.min(left, MINUTE));
    }
    this.copy.touch();
  }

  /** As an API server does it: a bookmark a minute. */
  async passWithBookmarks(minutes: number): Promise<void> {
    for (let n = 0; n < minutes; n += 1) {
      await this.pass(MINUTE);
      this.kubernetes.bookmark('build');
      await this.clock.settle();
    }
  }

  unreachable(cluster: string, since = this.clock.now()): ClusterUnreachable {
    return new ClusterUnreachable(
      { cluster, verb: 'list', resource: WIDGETS },
      new Date(since),
    );
  }
}
