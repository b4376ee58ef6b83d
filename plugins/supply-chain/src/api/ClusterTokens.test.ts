import { clusterFixture } from '../testing/clusterFixture';
import { FakeLiveEnvironment } from '../testing/FakeLiveEnvironment';
import { ASK_AGAIN, ClusterTokens, SETTLED_AFTER } from './ClusterTokens';
import { SignInUnavailable } from './SignInUnavailable';
import type { TokenSource } from './TokenSource';

const HEADER = 'supply-chain-authorization-google';
const gke = {
  ...clusterFixture('gke', 'denied'),
  access: 'per-user' as const,
  authProvider: 'google',
};

function setUp(
  source: Partial<TokenSource> = {},
  clusters = async () => ({ clusters: [gke, clusterFixture('build')] }),
) {
  const environment = new FakeLiveEnvironment();
  const start = Date.parse('2030-01-01T00:00:00Z');
  const asked: string[] = [];
  const world = { quiet: 'one' as string | undefined, now: start };
  const tokens = new ClusterTokens({
    clusters,
    environment,
    now: () => world.now,
  });
  const changes = jest.fn();
  tokens.onChange(changes);
  const connect = () =>
    tokens.connect({
      quietly: async provider => {
        asked.push(provider);
        return world.quiet;
      },
      signIn: async () => 'by hand',
      ...source,
    });
  const pass = async (ms: number) => {
    world.now += ms;
    await environment.pass(ms);
  };
  return { tokens, changes, connect, asked, world, environment, pass };
}

const jwt = (exp: number) => `e30.${btoa(JSON.stringify({ exp }))}.x`;

describe('ClusterTokens', () => {
  it('has none, and asks nobody, before the app gives its sign-ins', () => {
    const { tokens, asked } = setUp();
    expect(tokens.headers()).toEqual({});
    expect(tokens.unsettled()).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('asks quietly for the tokens that clusters want, and says when it has them', async () => {
    const { tokens, changes, connect, asked, pass } = setUp();
    connect();
    await pass(0);
    expect(asked).toEqual(['google']);
    expect(tokens.headers()).toEqual({ [HEADER]: 'one' });
    expect(tokens.providerOf('gke')).toBe('google');
    expect(tokens.providerOf('build')).toBeUndefined();
    expect(changes).toHaveBeenCalledTimes(1);
  });

  it('takes the first sign-ins that come and asks once for a whole tab', async () => {
    const { connect, asked, pass } = setUp();
    connect();
    connect();
    await pass(0);
    expect(asked).toEqual(['google']);
  });

  it('asks again, and says so only when another token came', async () => {
    const { tokens, changes, connect, asked, world, pass } = setUp();
    connect();
    await pass(0);
    await pass(ASK_AGAIN);
    expect(asked).toHaveLength(2);
    expect(changes).toHaveBeenCalledTimes(1);
    world.quiet = 'two';
    await pass(ASK_AGAIN);
    expect(tokens.headers()).toEqual({ [HEADER]: 'two' });
    expect(changes).toHaveBeenCalledTimes(2);
  });

  it('exchanges a token a minute before it ends', async () => {
    const { tokens, connect, asked, world, pass } = setUp();
    world.quiet = jwt(world.now / 1000 + 5 * 60);
    connect();
    await pass(0);
    await pass(4 * 60_000 - 1);
    expect(asked).toHaveLength(1);
    world.quiet = 'next';
    await pass(1);
    expect(tokens.headers()).toEqual({ [HEADER]: 'next' });
  });

  it('does not ask again and again for a token that has ended already', async () => {
    const { connect, asked, world, pass } = setUp();
    world.quiet = jwt(world.now / 1000 - 60);
    connect();
    await pass(0);
    await pass(59_000);
    expect(asked).toHaveLength(1);
  });

  it('gives a token up when its session is over, and leaves no timer', async () => {
    const { tokens, connect, world, environment, pass } = setUp();
    connect();
    await pass(0);
    world.quiet = undefined;
    await pass(ASK_AGAIN);
    expect(tokens.headers()).toEqual({});
    expect(environment.timers).toBe(0);
  });

  it.each([
    [
      'the backend does not answer',
      { clusters: async () => Promise.reject(new Error('down')) },
    ],
    [
      'no cluster wants one',
      { clusters: async () => ({ clusters: [clusterFixture('build')] }) },
    ],
  ])('has none when %s', async (_, { clusters }) => {
    const { tokens, connect, asked, environment, pass } = setUp({}, clusters);
    connect();
    await pass(0);
    expect(asked).toEqual([]);
    expect(tokens.headers()).toEqual({});
    expect(environment.timers).toBe(0);
  });

  it('lets nobody wait for a sign-in that does not answer, and uses its token when it comes', async () => {
    let give: (token: string) => void = () => {};
    const { tokens, connect, pass } = setUp({
      quietly: () => new Promise(resolve => (give = resolve)),
    });
    connect();
    await pass(0);
    expect(tokens.unsettled()).toBeDefined();
    await pass(SETTLED_AFTER);
    expect(tokens.unsettled()).toBeUndefined();
    give('late');
    await pass(0);
    expect(tokens.headers()).toEqual({ [HEADER]: 'late' });
  });

  it('calls who was told to sign in too soon, also when there is no token', async () => {
    const { tokens, changes, connect, world, pass } = setUp();
    world.quiet = undefined;
    connect();
    expect(tokens.unsettled()).toBeDefined();
    await pass(0);
    expect(changes).toHaveBeenCalledTimes(1);
  });

  it('keeps a token that no header could carry from every request', async () => {
    const { tokens, connect, world, pass } = setUp();
    world.quiet = 'x'.repeat(13_000);
    connect();
    await pass(0);
    expect(tokens.headers()).toEqual({});
  });

  describe('signing in', () => {
    it('shows that it asks, and uses the token', async () => {
      const { tokens, connect, world, pass } = setUp();
      world.quiet = undefined;
      connect();
      await pass(0);
      const states: string[] = [];
      tokens.watch(() => states.push(tokens.signInState('google').kind));
      await tokens.signIn('google');
      expect(states).toEqual(['asking', 'possible']);
      expect(tokens.headers()).toEqual({ [HEADER]: 'by hand' });
    });

    it.each([
      [
        'the person closes it',
        new Error('Popup closed'),
        { kind: 'failed', says: 'Popup closed' },
      ],
      [
        'the app has none',
        new SignInUnavailable('google'),
        { kind: 'unavailable' },
      ],
    ])('says so when %s', async (_, error, state) => {
      const { tokens, connect, pass } = setUp({
        signIn: async () => {
          throw error;
        },
      });
      connect();
      await pass(0);
      await tokens.signIn('google');
      expect(tokens.signInState('google')).toEqual(state);
      expect(tokens.headers()).toEqual({ [HEADER]: 'one' });
    });
  });
});
