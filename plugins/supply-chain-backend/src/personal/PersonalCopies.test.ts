import { FakeClock } from '../clock/FakeClock';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import { ClusterUnreachable } from '../clusters/errors/ClusterUnreachable';
import { FakeKubernetes } from '../clusters/FakeKubernetes';
import type { CopyChange } from '../watch/CopyChange';
import { widget, widgets } from '../watch/widgets';
import { ClusterToken } from './ClusterToken';
import { ClusterTokens } from './ClusterTokens';
import { KEPT_MS, PersonalCopies } from './PersonalCopies';
import { FAILED_AGAIN_MS, FRESH_MS } from './PersonalCluster';
import { jwt } from './testing/jwt';

const WIDGETS = 'widgets.test.example';
const NEVER = new AbortController().signal;
const WAIT_MS = 2_500;
const HEADER = 'supply-chain-authorization-google';

const hang: FakeKubernetes['meddle'] = (_verb, _cluster, _resource, signal) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

const GKE = {
  name: 'gke',
  title: 'Shop',
  access: 'per-user' as const,
  authProvider: 'google',
  kinds: [],
};

describe('PersonalCopies', () => {
  const clock = new FakeClock();
  /** What each token shows: as clusters with rules of their own for everybody. */
  let worlds: Map<string, FakeKubernetes>;
  let clusters: (typeof GKE)[];
  let copies: PersonalCopies;
  let found: (() => Promise<string[]>) | undefined;

  function start(limits?: {
    copies: number;
    objectsEach: number;
    objects: number;
  }) {
    copies = new PersonalCopies({
      shared: { clusters: () => clusters, onChange: () => () => {} },
      asPerson: (_, token) => ({
        api: world(token.reveal()),
        ...(found && {
          scout: {
            find: async () => ({
              namespaces: (await found?.()) ?? [],
              leftOut: 0,
            }),
          },
        }),
      }),
      kinds: [widgets],
      clock,
      logger: { error: () => {} },
      ...(limits && { limits }),
    });
  }

  beforeEach(() => {
    worlds = new Map();
    clusters = [GKE];
    found = undefined;
    start();
  });

  afterEach(async () => {
    await copies.stop();
    expect(clock.waits).toEqual([]);
  });

  function world(token: string): FakeKubernetes {
    let known = worlds.get(token);
    if (!known) worlds.set(token, (known = new FakeKubernetes('gke')));
    return known;
  }

  const as = (who: string, token?: string) =>
    copies.of(
      new ClusterTokens(
        who,
        new Map(token ? [[HEADER, new ClusterToken(token)]] : []),
      ),
    );
  type Mine = ReturnType<typeof as>;
  const read = async (mine: Mine) => {
    const reading = mine.current(NEVER, WAIT_MS, 'gke');
    await clock.settle();
    await reading;
    return names(mine);
  };
  const names = (mine: Mine) =>
    [...mine.kind('gke', widgets).all()].map(({ name }) => name);
  const health = (mine: Mine) => mine.kind('gke', widgets).health;
  const denied = (by: 'cluster' | 'token') =>
    new AccessDenied({ cluster: 'gke', verb: 'list', resource: WIDGETS }, by);
  const unreachable = () =>
    new ClusterUnreachable(
      { cluster: 'gke', verb: 'list', resource: WIDGETS },
      new Date(clock.now()),
    );

  it('shows each person what their own token shows', async () => {
    world('ann-token').put('gke', WIDGETS, widget('secret', 'red'));
    world('bob-token').put('gke', WIDGETS, widget('plain', 'red'));
    const [ann, bob] = [as('ann', 'ann-token'), as('bob', 'bob-token')];
    expect(await Promise.all([read(ann), read(bob)])).toEqual([
      ['secret'],
      ['plain'],
    ]);
    expect(ann.clusters()).toEqual([
      {
        ...GKE,
        kinds: [expect.objectContaining({ state: 'fresh', objects: 1 })],
      },
    ]);
    expect(ann.source('gke')?.owner).not.toBe(bob.source('gke')?.owner);
  });

  it('shares nothing between two people who come with the same token', async () => {
    const [ann, bob] = [as('ann', 'same'), as('bob', 'same')];
    await read(ann);
    await read(bob);
    expect(copies.size).toBe(2);
    expect(ann.source('gke')?.owner).not.toBe(bob.source('gke')?.owner);
  });

  it('shows nothing that an earlier token of the same person showed', async () => {
    world('before').put('gke', WIDGETS, widget('gone', 'red'));
    await read(as('ann', 'before'));
    expect(await read(as('ann', 'after'))).toEqual([]);
  });

  it('reads once for all that a person has open, and again only when that has become old', async () => {
    const first = as('ann', 't');
    await Promise.all([read(first), read(as('ann', 't'))]);
    await read(as('ann', 't'));
    expect(world('t').asked).toHaveLength(1);
    world('t').put('gke', WIDGETS, widget('new', 'red'));
    await clock.advance(FRESH_MS - 1);
    expect(await read(first)).toEqual([]);
    await clock.advance(1);
    expect(await read(first)).toEqual(['new']);
    expect(world('t').asked).toHaveLength(2);
  });

  it('says that a token is missing and asks the cluster nothing', async () => {
    const nobody = as('ann');
    await read(nobody);
    expect(health(nobody)).toMatchObject({
      state: 'denied',
      problem: {
        because: 'sign-in',
        cluster: 'gke',
        authProvider: 'google',
        why: 'missing',
      },
    });
    expect(nobody.source('gke')).toBeUndefined();
    expect(copies.size).toBe(0);
  });

  it('says that the cluster refuses the token, forgets what it showed, and does not go on asking with it', async () => {
    const ann = as('ann', 't');
    world('t').put('gke', WIDGETS, widget('secret', 'red'));
    await read(ann);
    world('t').meddle = () => denied('token');
    await clock.advance(FRESH_MS);
    expect(await read(ann)).toEqual([]);
    expect(health(ann)).toMatchObject({
      problem: { because: 'sign-in', why: 'refused' },
      objects: 0,
    });
    await clock.advance(FAILED_AGAIN_MS - 1);
    await read(ann);
    expect(world('t').asked).toHaveLength(2);
  });

  it('asks nothing with a token that says of itself that it has expired', async () => {
    const token = jwt({ exp: clock.now() / 1000 + 60 });
    const ann = as('ann', token);
    world(token).put('gke', WIDGETS, widget('secret', 'red'));
    expect(await read(ann)).toEqual(['secret']);
    await clock.advance(KEPT_MS);
    const { length } = world(token).asked;
    expect(await read(as('ann', token))).toEqual([]);
    expect(health(as('ann', token))).toMatchObject({
      problem: { because: 'sign-in', why: 'expired' },
    });
    expect(world(token).asked).toHaveLength(length);
  });

  it('names what the cluster denies, with verb and resource', async () => {
    const ann = as('ann', 't');
    world('t').meddle = () => denied('cluster');
    await read(ann);
    expect(health(ann)).toMatchObject({
      state: 'denied',
      problem: { because: 'denied', verb: 'list', resource: WIDGETS },
    });
  });

  it('reads the namespaces that the token may read where all at once is denied, and says which', async () => {
    found = async () => ['here', 'there', 'closed'];
    const ann = as('ann', 't');
    const mine = world('t');
    mine.put('gke', WIDGETS, widget('a', 'red', 'here'));
    mine.put('gke', WIDGETS, widget('b', 'red', 'there'));
    mine.put('gke', WIDGETS, widget('c', 'red', 'closed'));
    mine.meddle = (_verb, _cluster, resource) =>
      resource === WIDGETS || resource.endsWith('in closed')
        ? denied('cluster')
        : undefined;
    expect(await read(ann)).toEqual(['a', 'b']);
    expect(health(ann)).toMatchObject({
      state: 'fresh',
      limitedTo: ['here', 'there'],
    });
  });

  it('keeps what it has while the cluster is away, says so, and lets nobody wait for it', async () => {
    const ann = as('ann', 't');
    world('t').put('gke', WIDGETS, widget('a', 'red'));
    await read(ann);
    world('t').meddle = () => unreachable();
    await clock.advance(FRESH_MS);
    expect(await read(ann)).toEqual(['a']);
    expect(health(ann)).toMatchObject({ state: 'down', objects: 1 });

    await clock.advance(FAILED_AGAIN_MS);
    world('t').meddle = hang;
    await ann.current(NEVER, WAIT_MS, 'gke');
  });

  it('names a cluster that says nothing within seconds', async () => {
    const ann = as('ann', 't');
    world('t').meddle = hang;
    const reading = ann.current(NEVER, WAIT_MS, 'gke');
    await clock.advance(WAIT_MS);
    await reading;
    expect(health(ann).state).toBe('loading');
    await clock.advance(2_000);
    expect(health(ann)).toMatchObject({
      state: 'down',
      problem: { because: 'unreachable', cluster: 'gke' },
    });
  });

  it('leaves a caller who has left, and reads on for the others', async () => {
    const leaving = new AbortController();
    const ann = as('ann', 't');
    const reading = ann.current(leaving.signal, WAIT_MS, 'gke');
    leaving.abort(new Error('left'));
    await expect(reading).rejects.toThrow('left');
    await read(ann);
    expect(world('t').asked).toHaveLength(1);
  });

  describe('while somebody listens', () => {
    it('reads again as often as it becomes old, once for all who listen, and tells what has changed', async () => {
      const heard: CopyChange[] = [];
      const leave = [
        as('ann', 't').onChange(change => heard.push(change)),
        as('ann', 't').onChange(() => {}),
      ];
      await clock.settle();
      expect(world('t').asked).toHaveLength(1);
      heard.length = 0;
      await clock.advance(FRESH_MS);
      expect(heard).toEqual([]);
      world('t').put('gke', WIDGETS, widget('a', 'red'));
      await clock.advance(FRESH_MS);
      expect(heard).toEqual([
        {
          what: 'objects',
          cluster: 'gke',
          resource: WIDGETS,
          keys: ['here/a'],
          indexed: ['colour\nred'],
        },
      ]);
      expect(world('t').asked).toHaveLength(3);
      for (const each of leave) each();
      await clock.advance(2 * FRESH_MS);
      expect(world('t').asked).toHaveLength(3);
    });

    it('tells nobody what another person may see', async () => {
      const heard: CopyChange[] = [];
      const leave = as('bob', 'bob-token').onChange(change =>
        heard.push(change),
      );
      await clock.settle();
      heard.length = 0;
      world('ann-token').put('gke', WIDGETS, widget('secret', 'red'));
      await read(as('ann', 'ann-token'));
      await clock.advance(FRESH_MS);
      expect(heard).toEqual([]);
      leave();
    });

    it('goes on after the cluster was away', async () => {
      const ann = as('ann', 't');
      const leave = ann.onChange(() => {});
      await clock.settle();
      world('t').meddle = () => unreachable();
      await clock.advance(FRESH_MS);
      expect(health(ann).state).toBe('down');
      world('t').meddle = () => undefined;
      await clock.advance(FAILED_AGAIN_MS);
      expect(health(ann).state).toBe('fresh');
      leave();
    });
  });

  it('gives a copy up a minute after the last look', async () => {
    await read(as('ann', 't'));
    expect(copies.size).toBe(1);
    await clock.advance(2 * KEPT_MS);
    expect(copies.size).toBe(0);
    expect(clock.waits).toEqual([]);
  });

  it('gives up the one that nobody has looked at for longest when there are too many, never one that is listened to', async () => {
    start({ copies: 2, objectsEach: 10, objects: 100 });
    const leave = as('ann', 'a').onChange(() => {});
    await clock.advance(1);
    await read(as('bob', 'b'));
    await clock.advance(1);
    await read(as('eve', 'e'));
    expect(copies.size).toBe(2);
    const { length } = world('a').asked;
    await read(as('ann', 'a'));
    expect(world('a').asked).toHaveLength(length);
    leave();
  });

  it('takes in no more objects than it has room for, and says so', async () => {
    start({ copies: 2, objectsEach: 2, objects: 3 });
    for (const name of ['a', 'b', 'c'])
      world('t').put('gke', WIDGETS, widget(name, 'red'));
    const ann = as('ann', 't');
    expect(await read(ann)).toEqual([]);
    expect(health(ann)).toMatchObject({
      state: 'down',
      problem: { says: expect.stringContaining('more than 2 objects') },
    });
  });

  it('knows a cluster no longer that is gone from the list', async () => {
    const ann = as('ann', 't');
    world('t').put('gke', WIDGETS, widget('a', 'red'));
    await read(ann);
    clusters = [];
    expect(names(ann)).toEqual([]);
    expect(ann.clusters()).toEqual([]);
    expect(ann.source('gke')).toBeUndefined();
  });

  it('never sends the token of one provider to the clusters of another', async () => {
    clusters = [{ ...GKE, authProvider: 'oidc.okta' }];
    const ann = as('ann', 't');
    await read(ann);
    expect(health(ann)).toMatchObject({
      problem: { because: 'sign-in', authProvider: 'oidc.okta' },
    });
    expect(worlds.size).toBe(0);
  });
});
