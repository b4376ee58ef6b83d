import { mockCredentials } from '@backstage/backend-test-utils';
import {
  apiErrorAnswerSchema,
  topicSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainRules } from '../access/rules/supplyChainRules';
import { everyKindRead } from '../testing/everyKindRead';
import { routesOf } from '../testing/routesOf';
import { ALLOW, DENY, when } from '../testing/decisions';
import { containsWord, hiddenWords } from '../testing/walk/hiddenWords';
import { people } from '../testing/walk/people';
import { ROUTES } from '../testing/walk/ROUTES';
import { RULES, type Sees } from '../testing/walk/RULES';
import { TOPICS } from '../testing/walk/TOPICS';
import { TwoTeams } from '../testing/walk/TwoTeams';
import { Walk, type Step, type Walked } from '../testing/walk/Walk';

// Walks every route that the router has, as people of every kind of right: see testing/walk/ROUTES.ts.
jest.setTimeout(120_000);

let teams: TwoTeams;
let walk: Walk;
beforeAll(async () => {
  teams = await TwoTeams.start();
  walk = new Walk({
    ...{ plugin: teams.chain, topics: TOPICS },
    byItself: await everyKindRead(teams.chain),
  });
});
afterAll(() => teams.chain.stop());
beforeEach(() => teams.chain.setPolicy(() => ALLOW));

const reading = (): Step[] =>
  Object.entries(ROUTES).flatMap(([route, examples]) =>
    examples.map(example => ({ route, example })),
  );
/** Besides what only asks by POST, as it takes topics. */
const isWrite = ({ route, example }: Step) =>
  example.is !== 'topics' && !route.startsWith('GET ');

/** A refusal without what differs from one absent thing to the next: its name. */
function refusalOf({ status, content, headers }: Walked, name = '') {
  return { status, headers, says: content.replaceAll(name, 'NAME') };
}

/** What each person is told by each route about each team. */
async function everythingTold(): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  for (const { who, policy } of people(teams.ours)) {
    teams.chain.setPolicy(() => policy);
    for (const [n, step] of reading().entries()) {
      if (isWrite(step)) continue;
      for (const [whose, team] of Object.entries({
        ours: teams.ours,
        theirs: teams.theirs,
      })) {
        const { status, content } = await walk.step(step, team);
        told.set(`${who}: ${n} ${step.route} ${whose}`, `${status} ${content}`);
      }
    }
  }
  teams.chain.setPolicy(() => ALLOW);
  return told;
}

function differences(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): readonly string[] {
  return [...a].flatMap(([key, value]) => (b.get(key) === value ? [] : key));
}

/** Names on the clusters that must not be told to who sees so much, nor to who asks for ours. */
function wordsHiddenFrom(sees: Sees): readonly string[] {
  const { build, run } = teams.chain.demo;
  const { namespace, name = '' } = teams.ours.workload;
  return hiddenWords([build.state, run.state], object => {
    switch (sees) {
      case 'its cluster':
        return true;
      case 'its namespace':
        return object.namespace === namespace;
      default:
        return object.namespace === namespace && object.name.startsWith(name);
    }
  });
}

it('has an example of every route, of every type of topic, and of every rule', () => {
  const routes = routesOf().map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(ROUTES).sort()).toEqual([...routes].sort());
  const types = topicSchema.options.map(({ shape }) => shape.type.value);
  expect(Object.keys(TOPICS).sort()).toEqual([...types].sort());
  expect(Object.keys(RULES).sort()).toEqual(
    Object.keys(supplyChainRules).sort(),
  );
});

describe('every route', () => {
  it('answers who may do everything', async () => {
    for (const step of reading().filter(each => !isWrite(each))) {
      for (const team of [teams.ours, teams.theirs]) {
        const { status, text } = await walk.step(step, team);
        const wanted = step.example.is === 'about' ? step.example.answers : 200;
        expect([step.route, status, text.length > 2]).toEqual([
          ...[step.route, wanted, true],
        ]);
        if (step.example.is === 'topics') expect(text).not.toContain('"error"');
      }
    }
  });

  it('gives every view a version, and answers 304 to who has it', async () => {
    let views = 0;
    for (const step of reading()) {
      if (isWrite(step) || step.example.is === 'topics') continue;
      const { headers, version = '' } = await walk.step(step, teams.ours);
      // Logs grow, and are resumed by cursors.
      if (!headers['content-type']?.startsWith('application/json')) continue;
      const weak = { 'If-None-Match': version };
      const again = await walk.step(step, teams.ours, weak);
      expect([step.route, again.status, again.text]).toEqual([
        ...[step.route, 304, ''],
      ]);
      views += 1;
    }
    expect(views).toBeGreaterThan(5);
  });

  it.each([
    ['without credentials', mockCredentials.none.header()],
    ['with credentials that are none', 'Bearer nothing'],
    ['with those of nobody', mockCredentials.user.invalidHeader()],
  ])('tells nothing to who comes %s', async (_, Authorization) => {
    const stranger = new Walk({
      ...{ plugin: teams.chain, topics: TOPICS, byItself: () => false },
      headers: { Authorization },
    });
    const words = wordsHiddenFrom('nothing');
    expect(words.length).toBeGreaterThan(20);
    for (const step of reading()) {
      const said = await stranger.step(step, teams.ours);
      const missing = await stranger.step(step, teams.absent);
      expect([step.route, said.status]).toEqual([step.route, 401]);
      expect(said.asked).toEqual([]);
      expect(missing.status).toBe(401);
      const told = words.filter(word => containsWord(said.text, word));
      expect([step.route, told]).toEqual([step.route, []]);
    }
  });

  it('is the same for what is hidden as for what is not there: in words, headers and in what it does', async () => {
    for (const { who, policy, sees } of people(teams.ours)) {
      teams.chain.setPolicy(() => policy);
      for (const step of reading()) {
        const { example } = step;
        if (example.is !== 'about') continue;
        const missing = await walk.step(step, teams.absent);
        const hidden = [
          ...(sees === 'its cluster' ? [] : [teams.theirs]),
          ...(sees === 'nothing' ? [teams.ours] : []),
        ];
        for (const team of hidden) {
          const said = await walk.step(step, team);
          const where = `${who}: ${step.route}${example.query}`;
          const { headers, ...rest } = refusalOf(
            said,
            team[example.thing].name,
          );
          const { headers: wanted, ...like } = refusalOf(
            missing,
            teams.absent[example.thing].name,
          );
          expect([where, said.status]).toEqual([where, 404]);
          expect(
            apiErrorAnswerSchema.parse(JSON.parse(said.text)).error,
          ).toMatchObject({ code: 'not-found' });
          // Names of theirs are as long as those that are absent.
          if (team === teams.theirs) {
            expect([where, rest, headers]).toEqual([where, like, wanted]);
          }
          // What takes the same steps takes as long, whatever is there.
          expect([where, said.asked]).toEqual([where, missing.asked]);
          expect([where, said.upstream]).toEqual([where, []]);
          expect([where, missing.upstream]).toEqual([where, []]);
        }
      }
    }
  });

  it('shows what a rule lets through, and no name of what it hides', async () => {
    for (const { who, policy, sees } of people(teams.ours)) {
      teams.chain.setPolicy(() => policy);
      const words = wordsHiddenFrom(sees);
      for (const step of reading().filter(each => !isWrite(each))) {
        const where = `${who}: ${step.route}`;
        const said = await walk.step(step, teams.ours);
        if (sees !== 'nothing' && step.example.is === 'about') {
          expect([where, said.status]).toEqual([where, step.example.answers]);
        }
        if (sees === 'its cluster') continue;
        expect([
          where,
          words.filter(word => containsWord(said.text, word)),
        ]).toEqual([where, []]);
      }
    }
  });

  it('says 403 only to who may see the thing, and which permission is missing', async () => {
    const needing = reading().flatMap(step => {
      const { route, example } = step;
      return example.is === 'about' && example.needs
        ? [{ step, needs: example.needs, where: route + example.query }]
        : [];
    });
    const rules = Object.values(RULES).map(of => when(of(teams.ours).shuts));
    for (const { step, needs, where } of needing) {
      for (const without of [DENY, ...rules]) {
        teams.chain.setPolicy(name => (name === needs ? without : ALLOW));
        const said = await walk.step(step, teams.ours);
        expect([where, said.status]).toEqual([where, 403]);
        const { error } = apiErrorAnswerSchema.parse(JSON.parse(said.text));
        expect(error).toMatchObject({ code: 'denied' });
        expect(error.message).toContain(needs);
        // Whose a run is, only its cluster tells: that is asked, and nothing else.
        const done = said.upstream.filter(
          ({ path }) => !path.includes('/taskruns?'),
        );
        expect([where, done]).toEqual([where, []]);

        teams.chain.setPolicy(name =>
          name === 'supply-chain.read' ? without : ALLOW,
        );
        const hidden = await walk.step(step, teams.ours);
        expect([where, hidden.status]).toEqual([where, 404]);
      }
    }
  });

  it('tells nobody of what happens to things that they may not see', async () => {
    const atFirst = await everythingTold();
    await teams.changeOtherCluster();
    const then = await everythingTold();
    expect(differences(atFirst, then)).toEqual([]);
    await teams.changeTheirs();
    const atLast = await everythingTold();
    // Who sees the whole cluster has to notice, or nothing was held against anything.
    const noticed = differences(then, atLast);
    const mayNotice = noticed.filter(key => key.startsWith('inCluster lets'));
    expect(mayNotice.length).toBeGreaterThan(5);
    expect(noticed).toEqual(mayNotice);
  });

  it('lets a write be made by who may', async () => {
    for (const step of reading().filter(isWrite)) {
      const { status } = await walk.step(step, teams.ours);
      expect([step.route, status]).toEqual([
        ...[step.route, step.example.is === 'about' && step.example.answers],
      ]);
    }
  });
});
