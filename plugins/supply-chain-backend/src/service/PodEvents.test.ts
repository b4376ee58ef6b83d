import { FakeClock } from '../clock/FakeClock';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { ListRequest } from '../clusters/ListRequest';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import { readPod } from '../model/objects/readPod';
import { PodEvents } from './PodEvents';

const pod = (name: string, uid: string) =>
  readPod({ metadata: { namespace: 'ns', name, uid } });
const event = (reason: string, uid = 'u1') => ({
  involvedObject: { kind: 'Pod', namespace: 'ns', name: 'p', uid },
  reason,
});

/** A cluster whose answers a test gives, one after the other. */
class Answers {
  readonly requests: ListRequest[] = [];
  readonly #pending: {
    items: (items: unknown[]) => void;
    fails: (error: Error) => void;
  }[] = [];

  readonly api: Pick<KubernetesApi, 'list'> = {
    list: (request, signal) => this.#list(request, signal),
  };

  get next() {
    const next = this.#pending.shift();
    if (!next) throw new Error('Nobody asked');
    return next;
  }

  async *#list(request: ListRequest, signal: AbortSignal) {
    this.requests.push(request);
    const items = await new Promise<unknown[]>((resolve, reject) => {
      this.#pending.push({ items: resolve, fails: reject });
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    yield { items, resourceVersion: '1' };
  }
}

describe('PodEvents', () => {
  const signal = new AbortController().signal;
  let clock: FakeClock;
  let cluster: Answers;
  let events: PodEvents;
  beforeEach(() => {
    clock = new FakeClock();
    cluster = new Answers();
    events = new PodEvents({ api: cluster.api, clock });
  });
  afterEach(async () => {
    await events.stop();
    expect(clock.waits).toEqual([]);
  });

  const reasons = ({ events: read }: Awaited<ReturnType<PodEvents['read']>>) =>
    read.map(each => each.reason);

  it('asks for the events of one pod, of one namespace', async () => {
    const read = events.read('c', pod('p', 'u1'), signal);
    cluster.next.items([event('FailedMount')]);
    expect(reasons(await read)).toEqual(['FailedMount']);
    expect(cluster.requests).toEqual([
      {
        cluster: 'c',
        resource: { group: '', version: 'v1', plural: 'events' },
        namespace: 'ns',
        fieldSelector: 'involvedObject.kind=Pod,involvedObject.name=p',
      },
    ]);
  });

  it('leaves out what was said of an older pod of the same name, and what cannot be read', async () => {
    const read = events.read('c', pod('p', 'u1'), signal);
    cluster.next.items([
      event('Evicted', 'u0'),
      'rubbish',
      { reason: 'of nothing' },
      event('Scheduled'),
    ]);
    expect(reasons(await read)).toEqual(['Scheduled']);
  });

  it('asks once for everybody, and again when the answer is ten seconds old', async () => {
    const both = [1, 2].map(() => events.read('c', pod('p', 'u1'), signal));
    cluster.next.items([event('Scheduled')]);
    await Promise.all(both);
    await clock.advance(9_999);
    await events.read('c', pod('p', 'u1'), signal);
    expect(cluster.requests).toHaveLength(1);

    await clock.advance(1);
    const later = events.read('c', pod('p', 'u1'), signal);
    cluster.next.items([event('FailedMount')]);
    expect(reasons(await later)).toEqual(['FailedMount']);
  });

  it('tells pods, namespaces and clusters apart', async () => {
    const reads = [
      events.read('c', pod('p', 'u1'), signal),
      events.read('c', pod('p', 'u2'), signal),
      events.read('d', pod('p', 'u1'), signal),
    ];
    for (const _ of reads) cluster.next.items([]);
    await Promise.all(reads);
    expect(cluster.requests).toHaveLength(3);
  });

  it('does not keep a page waiting: what comes late is there at the next reading', async () => {
    const first = events.read('c', pod('p', 'u1'), signal);
    await clock.advance(1_000);
    expect(await first).toEqual({ events: [] });
    cluster.next.items([event('FailedMount')]);
    await clock.settle();
    expect(reasons(await events.read('c', pod('p', 'u1'), signal))).toEqual([
      'FailedMount',
    ]);
  });

  it('says why there are none, and does not fail', async () => {
    const read = events.read('c', pod('p', 'u1'), signal);
    cluster.next.fails(
      new AccessDenied(
        { cluster: 'c', verb: 'list', resource: 'events', namespace: 'ns' },
        'cluster',
      ),
    );
    expect(await read).toEqual({
      events: [],
      problem: {
        because: 'denied',
        cluster: 'c',
        verb: 'list',
        resource: 'events',
        namespace: 'ns',
      },
    });
  });

  it('shows what it knew while the cluster does not answer, and not the failure before last', async () => {
    const first = events.read('c', pod('p', 'u1'), signal);
    cluster.next.items([event('FailedMount')]);
    await first;
    await clock.advance(10_000);
    const second = events.read('c', pod('p', 'u1'), signal);
    cluster.next.fails(new Error('broken'));
    const failed = await second;
    expect(reasons(failed)).toEqual(['FailedMount']);
    expect(failed.problem?.because).toBe('unreachable');

    await clock.advance(10_000);
    const third = events.read('c', pod('p', 'u1'), signal);
    await clock.advance(1_000);
    expect(await third).toEqual({ events: failed.events });
    cluster.next.items([]);
  });

  it('rejects when the one who asks has left, and goes on for the others', async () => {
    const leaving = new AbortController();
    const left = events.read('c', pod('p', 'u1'), leaving.signal);
    const stays = events.read('c', pod('p', 'u1'), signal);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    cluster.next.items([event('Scheduled')]);
    expect(reasons(await stays)).toEqual(['Scheduled']);
  });

  it('ends its questions with its owner', async () => {
    const read = events.read('c', pod('p', 'u1'), signal);
    await events.stop();
    expect(await read).toEqual({ events: [] });
  });
});
