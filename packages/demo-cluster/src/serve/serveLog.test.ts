import type { KubeObject } from '../state/KubeObject.ts';
import { ManualClock } from '../testing/ManualClock.ts';
import type { TestCluster } from '../testing/testCluster.ts';
import { testCluster } from '../testing/testCluster.ts';
import { until } from '../testing/until.ts';

const PODS = { group: '', plural: 'pods' };
const LOG = '/api/v1/namespaces/dev/pods/p/log';
const at = (second: number) =>
  `2026-11-22T21:00:${String(second).padStart(2, '0')}.500000000Z`;

describe('serveLog', () => {
  const clock = new ManualClock(Date.parse('2026-11-22T21:00:10Z'));
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await testCluster({ clock });
  });
  afterEach(async () => cluster.close());

  const pod = (state: object, lastState: object = {}): KubeObject => ({
    metadata: { namespace: 'dev', name: 'p' },
    spec: { nodeName: 'n', containers: [{ name: 'c' }] },
    status: { containerStatuses: [{ name: 'c', state, lastState }] },
  });
  const RUNNING = { running: {} };
  const ENDED = { terminated: { containerID: 'containerd://1' } };
  const given = (state: object, lastState?: object) =>
    cluster.state.apply(PODS, pod(state, lastState));
  const say = (second: number, text: string, partial = false) =>
    cluster.state.logs.append('dev', 'p', 'c', {
      at: at(second),
      bytes: Buffer.from(text),
      ...(partial && { partial }),
    });
  const read = async (query = '') =>
    (await cluster.client.get(`${LOG}?${query}`)).text;

  it.each([
    [
      { waiting: { reason: 'PodInitializing' } },
      {},
      '',
      'container "c" in pod "p" is waiting to start: PodInitializing',
    ],
    [
      { waiting: { reason: 'ContainerCreating' } },
      {},
      '',
      'container "c" in pod "p" is waiting to start: ContainerCreating',
    ],
    [
      { waiting: { reason: 'ErrImagePull' } },
      {},
      '',
      'container "c" in pod "p" is waiting to start: image can\'t be pulled',
    ],
    [
      { waiting: { reason: 'ImagePullBackOff' } },
      {},
      '',
      'container "c" in pod "p" is waiting to start: trying and failing to pull image',
    ],
    [{}, {}, '', 'container "c" in pod "p" is waiting to start - no logs yet'],
    [{ terminated: {} }, {}, '', 'container "c" in pod "p" is terminated'],
    [
      RUNNING,
      {},
      'previous=true',
      'previous terminated container "c" in pod "p" not found',
    ],
  ])(
    '%j %j %s: in the words of the kubelet',
    async (state, lastState, query, message) => {
      given(state, lastState);
      const answer = await cluster.client.get(`${LOG}?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.json()).toMatchObject({ reason: 'BadRequest', message });
    },
  );

  it('says when the kubelet has not told of a container yet', async () => {
    cluster.state.apply(PODS, {
      ...pod(RUNNING),
      status: { phase: 'Pending' },
    });
    expect((await cluster.client.get(LOG)).json()).toMatchObject({
      message: 'container "c" in pod "p" is not available',
    });
  });

  it('shows what a waiting container said before it was restarted', async () => {
    given({ waiting: { reason: 'CrashLoopBackOff' } }, ENDED);
    say(1, 'once');
    expect(await read()).toBe('once\n');
  });

  it('keeps the log of the run before', async () => {
    given(RUNNING, ENDED);
    say(1, 'first run');
    cluster.state.logs.restart('dev', 'p', 'c');
    say(2, 'second run');
    expect(await read('previous=true')).toBe('first run\n');
    expect(await read()).toBe('second run\n');
  });

  it('gives the recorded refusal back as it was', async () => {
    given(RUNNING);
    const status = { kind: 'Status', message: 'no such luck', code: 404 };
    cluster.state.logs.refuse('dev', 'p', 'c', status);
    const answer = await cluster.client.get(LOG);
    expect(answer.status).toBe(404);
    expect(answer.json()).toEqual(status);
  });

  it.each([
    ['', 'one\ntwo and a half\nthree'],
    [
      'timestamps=true',
      `${at(1)} one\n${at(2)} two and a half\n${at(4)} three`,
    ],
    // Records of the file are counted: two for the line in two parts.
    ['tailLines=2', ' and a half\nthree'],
    ['tailLines=3&timestamps=true', `${at(2)} two and a half\n${at(4)} three`],
    ['sinceSeconds=8', 'two and a half\nthree'],
    [`sinceTime=${at(4)}`, 'three'],
    ['limitBytes=6', 'one\ntw'],
    ['limitBytes=30&timestamps=true', `${at(1)} `.slice(0, 30)],
  ])('%s', async (query, expected) => {
    given(ENDED);
    say(1, 'one');
    say(2, 'two', true);
    say(3, ' and a half');
    say(4, 'three', true);
    expect(await read(query)).toBe(expected);
    expect(await read(`${query}&follow=true`)).toBe(expected);
  });

  it('serves bytes that are no text as they are', async () => {
    given(ENDED);
    const bytes = Buffer.from([0x1b, 0x5b, 0x33, 0x31, 0x6d, 0xff, 0x00, 0x0d]);
    cluster.state.logs.append('dev', 'p', 'c', { at: at(1), bytes });
    const response = await fetch(`${cluster.server.url}${LOG}`, {
      headers: { Authorization: 'Bearer admin' },
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(
      Buffer.concat([bytes, Buffer.from('\n')]),
    );
    expect(response.headers.get('content-type')).toBe('text/plain');
  });

  describe('follow', () => {
    const follow = async (query = '') => {
      const response = await fetch(
        `${cluster.server.url}${LOG}?follow=true&${query}`,
        {
          headers: { Authorization: 'Bearer admin' },
        },
      );
      const reader = response.body?.getReader();
      if (!reader) throw new Error('no body');
      return {
        next: async () =>
          Buffer.from((await reader.read()).value ?? []).toString(),
        leave: async () => reader.cancel(),
      };
    };
    const follows = () => cluster.server.metrics().openLogFollows;

    it('tells each line as it is written, until the container ends', async () => {
      given(RUNNING);
      say(1, 'before');
      const log = await follow();
      expect(await log.next()).toBe('before\n');
      say(2, 'after');
      expect(await log.next()).toBe('after\n');
      expect(follows()).toBe(1);
      cluster.state.logs.end('dev', 'p', 'c');
      expect(await log.next()).toBe('');
      expect(follows()).toBe(0);
    });

    it('waits for the first line of a container that has said nothing', async () => {
      given(RUNNING);
      const log = await follow();
      await until(() => follows() === 1);
      say(1, 'hello');
      expect(await log.next()).toBe('hello\n');
      await log.leave();
      await until(() => follows() === 0);
    });

    it('ends when the pod is deleted or the container restarts', async () => {
      given(RUNNING);
      const first = await follow();
      await until(() => follows() === 1);
      cluster.state.logs.restart('dev', 'p', 'c');
      expect(await first.next()).toBe('');
      const second = await follow();
      await until(() => follows() === 1);
      cluster.state.remove(PODS, 'dev', 'p');
      expect(await second.next()).toBe('');
    });

    it('goes on from the last lines', async () => {
      given(RUNNING);
      say(1, 'old');
      const log = await follow('tailLines=0');
      await until(() => follows() === 1);
      say(2, 'new');
      expect(await log.next()).toBe('new\n');
      await log.leave();
    });

    it('stops at limitBytes', async () => {
      given(RUNNING);
      const log = await follow('limitBytes=4');
      await until(() => follows() === 1);
      say(1, 'abcdef');
      expect(await log.next()).toBe('abcd');
      expect(await log.next()).toBe('');
    });
  });
});
