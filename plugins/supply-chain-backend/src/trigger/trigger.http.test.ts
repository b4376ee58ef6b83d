import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  apiErrorAnswerSchema,
  buildsAnswerSchema,
  buildViewSchema,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildAnnotations } from '../model/objects/buildAnnotations';
import type { Policy } from '../testing/startPlugin';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';
import { TRIGGERS_MAX } from './TriggerQuota';

jest.setTimeout(120_000);

const BUILDS = { group: 'kpack.io', plural: 'builds' };

const allowAll: Policy = () => ({ result: AuthorizeResult.ALLOW });
const denying =
  (denied: string): Policy =>
  name => ({
    result: name === denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  });

describe('POST /v1/builds/:cluster/:namespace/:name/trigger', () => {
  let chain: SupplyChain;
  beforeAll(async () => {
    chain = await startSupplyChain();
  });
  afterAll(() => chain.stop());
  afterEach(() => {
    chain.setPolicy(allowAll);
    chain.demo.build.faults.reset();
  });

  const post = (name: string, init: RequestInit = {}, namespace = 'shop') =>
    chain.fetch(`/v1/builds/build/${namespace}/${name}/trigger`, {
      method: 'POST',
      ...init,
    });
  const failure = async (response: Response) => {
    const { error } = apiErrorAnswerSchema.parse(await response.json());
    return [response.status, error.code];
  };
  const history = async (image: string, namespace = 'shop') =>
    buildsAnswerSchema.parse(
      await (
        await chain.fetch(`/v1/images/build/${namespace}/${image}/builds`)
      ).json(),
    ).builds;
  const annotationsOf = (name: string, namespace = 'shop') =>
    chain.demo.build.state.get(BUILDS, namespace, name)?.metadata.annotations ??
    {};
  const patches = () =>
    chain.upstream.filter(({ method }) => method === 'PATCH').length;

  it('asks kpack for another build, which says by whom', async () => {
    const image = await quietImage();
    const [newest] = await history(image.name, image.namespace);
    const answer = await post(newest?.ref.name ?? '', {}, image.namespace);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(answer.headers.get('cache-control')).toBe('no-store');

    const asked = annotationsOf(newest?.ref.name ?? '', image.namespace);
    const at = asked[buildAnnotations.rebuild];
    expect(asked).toMatchObject({
      [buildAnnotations.askedBy]: 'user:default/mock',
      [buildAnnotations.askedAt]: at,
    });

    const next = await nextBuild(image, newest?.number ?? 0);
    expect(next.why.map(({ kind }) => kind)).toContain('trigger');
    expect(next.sentence).toMatch(/^Rebuild asked for by mock at 20/);
  });

  /** An Image whose newest build is over, and of which nobody has asked anything in this file. */
  const used = new Set<string>();
  async function quietImage(): Promise<{ namespace: string; name: string }> {
    const { items } = chain.demo.build.state.list({
      group: 'kpack.io',
      plural: 'images',
    });
    for (const { metadata } of items) {
      const { namespace = '', name } = metadata;
      if (used.has(`${namespace}/${name}`)) continue;
      const [newest] = await history(name, namespace);
      if (newest?.phase.kind !== 'succeeded') continue;
      used.add(`${namespace}/${name}`);
      return { namespace, name };
    }
    throw new Error('The recording has no more Images that are quiet');
  }

  async function nextBuild(
    { namespace, name }: { namespace: string; name: string },
    after: number,
  ): Promise<BuildView> {
    for (;;) {
      const [newest] = await history(name, namespace);
      if (newest && (newest.number ?? 0) > after) {
        const path = `/v1/builds/build/${namespace}/${newest.ref.name}`;
        return buildViewSchema.parse(await (await chain.fetch(path)).json());
      }
      await new Promise(done => {
        setTimeout(done, 50);
      });
    }
  }

  it('answers 409 when a newer build exists, and asks for nothing', async () => {
    const image = await quietImage();
    const older = (await withTwoBuilds(image))[1];
    const before = patches();
    const answer = await post(older?.ref.name ?? '', {}, image.namespace);
    expect(await failure(answer)).toEqual([409, 'newer-build']);
    expect(patches()).toBe(before);
  });

  async function withTwoBuilds(image: { namespace: string; name: string }) {
    const builds = await history(image.name, image.namespace);
    if (builds.length > 1) return builds;
    await chain.demo.world.trigger(`${image.namespace}/${image.name}`);
    await nextBuild(image, builds[0]?.number ?? 0);
    return history(image.name, image.namespace);
  }

  it('answers 409 when somebody was faster', async () => {
    const running = await runningBuild();
    const first = await post(running.name, {}, running.namespace);
    expect(first.status).toBe(204);
    const by = annotationsOf(running.name, running.namespace);
    const second = await post(running.name, {}, running.namespace);
    expect(await failure(second)).toEqual([409, 'rebuild-asked']);
    expect(annotationsOf(running.name, running.namespace)).toEqual(by);
  });

  /** A build that will not end by itself: nothing answers the question meanwhile. */
  async function runningBuild() {
    const { items } = chain.demo.build.state.list({
      group: 'kpack.io',
      plural: 'images',
    });
    for (const { metadata } of items) {
      const { namespace = '', name } = metadata;
      const [newest] = await history(name, namespace);
      if (newest && ['stuck', 'queued'].includes(newest.phase.kind)) {
        return { namespace, name: newest.ref.name };
      }
    }
    throw new Error('The recording has no build that is stuck');
  }

  it('answers 403 to those who may see the build, 404 to all others, and says both to the audit log', async () => {
    const image = await quietImage();
    const [newest] = await history(image.name, image.namespace);
    const name = newest?.ref.name ?? '';
    const before = patches();
    chain.setPolicy(denying('supply-chain.build.trigger'));
    const seen = await post(name, {}, image.namespace);
    expect(await failure(seen)).toEqual([403, 'denied']);
    chain.setPolicy(denying('supply-chain.read'));
    const unseen = await post(name, {}, image.namespace);
    expect(await failure(unseen)).toEqual([404, 'not-found']);
    expect(patches()).toBe(before);
    expect(
      chain.audited
        .slice(-2)
        .map(({ event, outcome }) => [
          event.eventId,
          event.severityLevel,
          event.meta,
          outcome instanceof Error && outcome.name,
        ]),
    ).toEqual(
      ['TriggerDenied', 'NoSuchObject'].map(error => [
        'build-trigger',
        'medium',
        { cluster: 'build', namespace: image.namespace, build: name },
        error,
      ]),
    );
  });

  it('audits what it did', async () => {
    const image = await quietImage();
    const [newest] = await history(image.name, image.namespace);
    await post(newest?.ref.name ?? '', {}, image.namespace);
    expect(chain.audited.at(-1)).toMatchObject({
      event: { eventId: 'build-trigger' },
      outcome: 'success',
    });
  });

  it('answers 429 and when to come back after so many of one image', async () => {
    const image = await quietImage();
    const older = (await withTwoBuilds(image))[1]?.ref.name ?? '';
    for (let i = 0; i < TRIGGERS_MAX; i += 1) {
      const refused = await post(older, {}, image.namespace);
      expect(await failure(refused)).toEqual([409, 'newer-build']);
    }
    const before = chain.upstream.length;
    const answer = await post(older, {}, image.namespace);
    expect(await failure(answer)).toEqual([429, 'too-many-requests']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(
      chain.upstream.slice(before).filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });

  it.each([
    ['a cookie alone', { Cookie: 'backstage-auth=anything' }],
    ['nothing', undefined],
  ])('answers 401 to %s: no other site can ask', async (_, headers) => {
    const image = await quietImage();
    const [newest] = await history(image.name, image.namespace);
    const before = patches();
    const answer = await fetch(
      `${chain.baseUrl}/v1/builds/build/${image.namespace}/${newest?.ref.name}/trigger`,
      {
        method: 'POST',
        headers: { Authorization: mockCredentials.none.header(), ...headers },
      },
    );
    expect(answer.status).toBe(401);
    expect(patches()).toBe(before);
  });

  it('is held to the same permissions for a service, and names it', async () => {
    const image = await quietImage();
    const [newest] = await history(image.name, image.namespace);
    const name = newest?.ref.name ?? '';
    const headers = {
      Authorization: mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:robot'),
        targetPluginId: 'supply-chain',
      }),
    };
    chain.setPolicy(denying('supply-chain.build.trigger'));
    const refused = await post(name, { headers }, image.namespace);
    expect(await failure(refused)).toEqual([403, 'denied']);
    chain.setPolicy(allowAll);
    const taken = await post(name, { headers }, image.namespace);
    expect(taken.status).toBe(204);
    expect(annotationsOf(name, image.namespace)).toMatchObject({
      [buildAnnotations.askedBy]: 'plugin:robot',
    });
  });

  it('is not found where there is no such build', async () => {
    expect(await failure(await post('no-such-build'))).toEqual([
      404,
      'not-found',
    ]);
  });
});
