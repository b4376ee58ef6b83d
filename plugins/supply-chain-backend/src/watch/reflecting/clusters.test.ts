import { ClusterListFailed } from '../../clusters/errors/ClusterListFailed';
import { widget, widgets } from '../widgets';
import { hang } from './hang';
import { WidgetCopy } from './WidgetCopy';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const WIDGETS = 'widgets.test.example';
const LIST = `list build ${WIDGETS}`;

describe('the clusters of a live copy', () => {
  let on: WidgetCopy;
  beforeEach(() => {
    on = new WidgetCopy('build');
  });
  afterEach(() => on.end());

  it('adds and removes them as the kubernetes plugin does, within a minute', async () => {
    await on.wake();
    on.kubernetes.put('new', WIDGETS, widget('n', 'red'));
    const [build] = on.kubernetes.infos;
    on.kubernetes.infos = [
      ...on.kubernetes.infos,
      { name: 'new', authProvider: 'aws', access: 'shared' },
    ];
    await on.pass(MINUTE);
    expect(on.copy.clusters().map(c => c.name)).toEqual(['build', 'new']);
    expect(on.colours('new')).toEqual({ n: 'red' });
    expect(on.count(LIST)).toBe(1);

    on.kubernetes.infos = build ? [build] : [];
    await on.pass(MINUTE);
    expect(on.copy.clusters().map(c => c.name)).toEqual(['build']);
    expect(on.kubernetes.openWatches).toBe(1);
    expect(on.copy.kind('new', widgets).health.state).toBe('loading');
    expect(on.colours('new')).toEqual({});
  });

  it('keeps what it knows when the list of clusters fails, and says why', async () => {
    await on.wake();
    on.kubernetes.meddle = verb =>
      verb === 'clusters' ? new ClusterListFailed(403) : undefined;
    await on.pass(MINUTE);
    expect(on.copy.clusters()).toHaveLength(1);
    expect(on.copy.problem()).toContain('kubernetes.clusters.read');
    on.kubernetes.meddle = () => undefined;
    await on.pass(MINUTE);
    expect(on.copy.problem()).toBeUndefined();
  });

  it('says of a cluster with personal tokens whose it wants, and asks it nothing', async () => {
    on.kubernetes.infos = [
      { name: 'gke', authProvider: 'google', access: 'per-user' },
    ];
    on.copy.touch();
    await on.copy.ready(new AbortController().signal, MINUTE);
    expect(on.copy.clusters()).toEqual([
      expect.objectContaining({
        name: 'gke',
        access: 'per-user',
        kinds: [
          expect.objectContaining({
            state: 'loading',
            problem: {
              because: 'sign-in',
              cluster: 'gke',
              authProvider: 'google',
              why: 'missing',
            },
          }),
        ],
      }),
    ]);
    await on.pass(5 * MINUTE);
    expect(new Set(on.kubernetes.asked)).toEqual(new Set(['clusters']));
  });

  it('serves one cluster while another is a black hole, and names that one', async () => {
    on = new WidgetCopy('hole', 'build');
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    on.kubernetes.meddle = async (verb, cluster, _resource, signal) => {
      if (cluster !== 'hole') return undefined;
      if (verb !== 'contact') return hang(signal);
      // The door's own deadline for this question.
      await on.clock.sleep(4 * SECOND, signal);
      return on.unreachable('hole');
    };
    await on.wake();
    expect(on.colours('build')).toEqual({ a: 'red' });
    await on.clock.advance(5 * SECOND);
    expect(on.health('hole')).toMatchObject({
      state: 'down',
      problem: { because: 'unreachable', cluster: 'hole' },
    });
    on.kubernetes.put('build', WIDGETS, widget('a', 'blue'));
    await on.clock.settle();
    expect(on.colours('build')).toEqual({ a: 'blue' });
  });
});
