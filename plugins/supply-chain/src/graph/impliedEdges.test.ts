import { impliedEdges } from './impliedEdges';

const edges = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map(pair => {
      const [from = '', to = ''] = pair.split('>');
      return { from, to };
    });

describe('impliedEdges', () => {
  it.each([
    ['', ''],
    ['a>b b>c', ''],
    ['a>b b>c a>c', 'a>c'],
    ['a>b a>c b>d c>d', ''],
    ['a>b b>c c>d a>d b>d', 'a>d b>d'],
    ['a>b b>a', ''],
    ['a>b b>a b>c', ''],
  ])('of %j are %j', (given, expected) =>
    expect(
      [...impliedEdges(edges(given))].map(({ from, to }) => `${from}>${to}`),
    ).toEqual(expected.split(' ').filter(Boolean)),
  );
});
