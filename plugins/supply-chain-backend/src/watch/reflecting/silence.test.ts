import { hang } from './hang';
import { WidgetCopy } from './WidgetCopy';

const SECOND = 1000;

describe('a cluster that may have died without a word', () => {
  let on: WidgetCopy;
  beforeEach(() => {
    on = new WidgetCopy('build');
  });
  afterEach(() => on.end());

  const CONTACT = 'contact build';
  const die = () => {
    on.kubernetes.meddle = (_verb, cluster) =>
      cluster === 'build' ? on.unreachable('build') : undefined;
  };
  /** A bookmark has just come. */
  const heard = async () => {
    on.kubernetes.bookmark('build');
    await on.clock.settle();
  };

  it('asks at once when a person looks after two seconds of silence, once for all who look', async () => {
    await on.wake();
    await on.clock.advance(10 * SECOND);
    await heard();
    await on.clock.advance(2 * SECOND);
    const before = on.count(CONTACT);
    for (let person = 0; person < 20; person += 1) on.copy.look();
    await on.clock.settle();
    expect(on.count(CONTACT)).toBe(before + 1);
  });

  it('asks nothing when the cluster has said something in the last two seconds, unless it then says no more', async () => {
    await on.wake();
    await on.clock.advance(10 * SECOND);
    await heard();
    await on.clock.advance(SECOND);
    const before = on.count(CONTACT);
    on.copy.look();
    await on.clock.advance(SECOND - 1);
    expect(on.count(CONTACT)).toBe(before);
    await on.clock.advance(1);
    expect(on.count(CONTACT)).toBe(before + 1);
  });

  it('is asked at most every two seconds, however often people look', async () => {
    await on.wake();
    await on.clock.advance(10 * SECOND);
    const before = on.count(CONTACT);
    for (let n = 0; n < 600; n += 1) {
      on.copy.look();
      await on.clock.advance(SECOND / 10);
    }
    expect(on.count(CONTACT) - before).toBeLessThanOrEqual(31);
  });

  it.each([
    ['refuses connections', async () => on.unreachable('build')],
    ['swallows everything', hang],
  ])(
    'is named within five seconds when people look and it %s',
    async (_, fate) => {
      await on.wake();
      await on.clock.advance(10 * SECOND);
      on.copy.look();
      await on.clock.settle();
      on.kubernetes.meddle = (_verb, cluster, _resource, signal) =>
        cluster === 'build' ? fate(signal) : undefined;
      for (let n = 0; n < 50 && on.health().state === 'fresh'; n += 1) {
        on.copy.look();
        await on.clock.advance(SECOND / 10);
      }
      expect(on.health().state).toBe('down');
    },
  );

  it('is not called dead for an answer that is late while its watches speak', async () => {
    await on.wake();
    await on.clock.advance(10 * SECOND);
    on.kubernetes.meddle = (verb, _cluster, _resource, signal) =>
      verb === 'contact' ? hang(signal) : undefined;
    on.copy.look();
    await on.clock.advance(2 * SECOND);
    await heard();
    await on.clock.advance(10 * SECOND);
    expect(on.health().state).toBe('fresh');
  });

  it('names it within 25 s when people only watch', async () => {
    await on.wake();
    await heard();
    die();
    await on.pass(25 * SECOND);
    expect(on.health().state).toBe('down');
  });

  it('costs nothing that people watch as long as something is heard every 20 s', async () => {
    await on.wake();
    const before = on.count(CONTACT);
    for (let n = 0; n < 30; n += 1) {
      await heard();
      on.copy.touch();
      await on.clock.advance(20 * SECOND);
    }
    expect(on.count(CONTACT)).toBe(before);
  });
});
