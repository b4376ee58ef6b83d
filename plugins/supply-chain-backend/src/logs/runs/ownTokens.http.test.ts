import { apiPaths } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startOwnTokens, type OwnTokens } from '../../testing/startOwnTokens';

jest.setTimeout(60_000);

const TASK_RUNS = { group: 'tekton.dev', plural: 'taskruns' };

let own: OwnTokens;
/** Of a run in the one namespace that `limited` may read something of. */
let path: string;
beforeAll(async () => {
  own = await startOwnTokens();
  const { demo, namespace } = own;
  const [run] = demo.build.state.list(TASK_RUNS, { namespace }).items;
  const ref = { cluster: 'own', namespace, name: run?.metadata.name ?? '' };
  path = apiPaths.runLogs(ref, 'taskruns.tekton.dev');
});
afterAll(() => own.stop());

async function read(who: string, token: string | undefined, query = '') {
  const { plugin } = own;
  const init = own.as(who, token);
  // A page that was read before has the first lists of the cluster.
  await (await plugin.fetch('/v1/workloads', init)).text();
  const before = plugin.upstream.length;
  const response = await plugin.fetch(`${path}${query}`, init);
  const text = await response.text();
  const asked = plugin.upstream.slice(before).map(each => each.path);
  return { status: response.status, text, asked };
}

const isAboutRuns = (asked: string) => /taskruns|\/log/.test(asked);

describe('the log of a run on a cluster that each person reads with their own token', () => {
  it.each(['', '?follow'])('is told to who may read it: %s', async query => {
    const { status, text } = await read(
      'ann',
      own.demo.tokens.backstage,
      query,
    );
    expect(status).toBe(200);
    expect(text).toMatch(query ? /"type":"end","resume":false/ : /^===> /);
  });

  it.each(['', '?follow'])(
    'is told to nobody else out of what was read for them: %s',
    async query => {
      await read('ann', own.demo.tokens.backstage, query);
      const bob = await read('bob', own.demo.tokens.limited, query);
      expect([403, 404]).toContain(bob.status);
      const eve = await read('eve', undefined, query);
      expect([403, 404]).toContain(eve.status);
      expect(eve.asked.filter(isAboutRuns)).toEqual([]);
    },
  );
});
