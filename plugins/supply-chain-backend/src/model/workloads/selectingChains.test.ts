import { readSupplyChain } from '../objects/readSupplyChain';
import { readWorkload } from '../objects/readWorkload';
import { candidates } from './candidates';
import { selectingChains } from './selectingChains';
import { unmatchedSentence } from './unmatchedSentence';

const workload = readWorkload({
  metadata: {
    ...{ name: 'app', namespace: 'ns' },
    labels: { type: 'web', tests: 'true' },
  },
  spec: { source: { git: { url: 'https://g' } } },
});
const chain = (name: string, spec: object) =>
  readSupplyChain({ metadata: { name }, spec });

const WEB = chain('web', { selector: { type: 'web' } });
const ALSO = chain('also', { selector: { type: 'web' } });
const TESTED = chain('tested', { selector: { type: 'web', tests: 'true' } });
const EXISTS = chain('exists', {
  selectorMatchExpressions: [{ key: 'type', operator: 'Exists' }],
});
const ALL = chain('all', {});
const BATCH = chain('batch', { selector: { type: 'batch', tests: 'true' } });

describe('a workload is selected by', () => {
  it.each([
    ['the one whose terms hold', [WEB, BATCH], ['web']],
    ['both of two that ask for as much', [WEB, ALSO], ['web', 'also']],
    ['both, however they ask', [WEB, EXISTS], ['web', 'exists']],
    ['the one that asks for more', [WEB, TESTED, ALSO], ['tested']],
    ['none, where no term holds', [BATCH], []],
    ['none, by a selector without terms', [ALL], []],
    ['none, where there is none', [], []],
  ])('%s', (_, chains, names) => {
    expect(
      selectingChains(workload, chains).map(each => each.meta.name),
    ).toEqual(names);
  });

  it.each([
    ['a field that holds counts as a term', 'spec.source', 'source'],
    ['one that is not kept is not taken to hold', 'spec.build.env[0]', 'web'],
  ])('%s', (_, key, name) => {
    const [first] = selectingChains(workload, [
      WEB,
      chain('source', {
        selector: { type: 'web' },
        selectorMatchFields: [{ key, operator: 'Exists' }],
      }),
    ]);
    expect(first?.meta.name).toBe(name);
  });
});

describe('what is said of it', () => {
  it('names those that select it, and not the ones that ask for less', () => {
    const chains = [
      WEB,
      TESTED,
      chain('tested-too', { selector: { type: 'web', tests: 'true' } }),
    ];
    expect(unmatchedSentence('', workload, chains)).toBe(
      '2 supply chains select this workload, only one may: tested, tested-too',
    );
    expect(
      candidates(workload, chains).map(({ chain: name, matches, fails }) => [
        name,
        matches,
        fails,
      ]),
    ).toEqual([
      ['tested', true, []],
      ['tested-too', true, []],
      [
        'web',
        false,
        ['all of its terms hold, but tested and tested-too have more of them'],
      ],
    ]);
  });

  it('says of a chain without terms that it selects nothing', () => {
    expect(candidates(workload, [ALL])).toEqual([
      { chain: 'all', matches: false, fails: ['its selector has no terms'] },
    ]);
  });
});
