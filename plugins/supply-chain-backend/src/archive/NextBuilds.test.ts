import type { NextBuild } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { nextReason } from '../model/next/nextReason';
import { NextBuilds } from './NextBuilds';

const { signal } = new AbortController();
const image = { cluster: 'build', namespace: 'shop', name: 'app' };

const source = nextReason('calls', 'source-moved', { number: '9' });
const good = nextReason('costs', 'history-succeeded', {
  ...{ number: '3', limit: '10', build: 'app-build-3' },
});
const bad = nextReason('costs', 'history-failed', {
  ...{ number: '4', limit: '10', build: 'app-build-4' },
});

/** Reads the same view again and again, with what the archive knows at the time. */
function reading(reasons: NextBuild['reasons']) {
  const asked: string[] = [];
  let keeps = (_: string): boolean | undefined => false;
  const builds = new NextBuilds({
    keeps: async ({ cluster, namespace, name }) => {
      asked.push([cluster, namespace, name].join('/'));
      return keeps(name);
    },
  });
  const view = { next: { isDue: true, reasons } };
  const read = (knows: typeof keeps, of = view) => {
    keeps = knows;
    const about = { image, next: of.next };
    return builds.in(of, about, next => ({ ...of, next }), signal);
  };
  return { asked, read, view };
}

describe('what comes next for an image, by one who knows the archive', () => {
  it('tells of a log that will be lost, and is silent of one that is archived', async () => {
    const { asked, read } = reading([source, good, bad]);
    const { next } = await read(name => name === 'app-build-4');
    expect(next).toEqual({ isDue: true, reasons: [source, good] });
    expect(asked).toEqual(['build/shop/app-build-3', 'build/shop/app-build-4']);
    expect(good.says).toBe(
      'The next build that succeeds makes kpack delete build 3, the oldest of 10; its log goes with it, since it is not archived.',
    );
  });

  it('says that it cannot tell when the archive does not answer', async () => {
    const { read } = reading([good, bad]);
    const { next } = await read(() => undefined);
    expect(next.reasons.map(({ message, says }) => [message, says])).toEqual([
      [
        'history-succeeded-unsure',
        'The next build that succeeds makes kpack delete build 3, the oldest of 10; whether its log is archived cannot be told now.',
      ],
      [
        'history-failed-unsure',
        'The next build that fails makes kpack delete build 4, the oldest failed one of 10; whether its log is archived cannot be told now.',
      ],
    ]);
  });

  it('is the same object as long as nothing changes', async () => {
    const { read, view } = reading([source, good]);
    expect(await read(() => false)).toBe(view);
    const silent = await read(() => true);
    expect(silent).not.toBe(view);
    expect(await read(() => true)).toBe(silent);
    expect(await read(() => false)).toBe(view);
  });

  it('asks nothing where nothing would be deleted', async () => {
    const { asked, read, view } = reading([source]);
    expect(await read(() => true)).toBe(view);
    expect(asked).toEqual([]);
  });
});
