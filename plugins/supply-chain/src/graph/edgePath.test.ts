import { edgePath } from './edgePath';
import { CARD_HEIGHT } from './CARD_HEIGHT';
import { layoutGraph } from './layoutGraph';

const scale = { card: 100, column: 120 };
const edge = (from: string, to: string) => ({ from, to, missing: false });

function paths(names: string, edges: ReturnType<typeof edge>[]) {
  const layout = layoutGraph({
    stages: names.split(' ').map(name => ({ name })),
    edges,
  });
  return layout.edges.map(each => edgePath(each, layout, scale));
}

describe('edgePath', () => {
  it('is a straight line from card to card in one row', () =>
    expect(paths('a b', [edge('a', 'b')])).toEqual([
      `M100 ${CARD_HEIGHT / 2}L114 ${CARD_HEIGHT / 2}`,
    ]));

  it('goes below the cards that it passes by', () => {
    const [, far] = paths('a b c', [
      edge('a', 'b'),
      edge('a', 'c'),
      edge('b', 'c'),
    ]);
    expect(far).toBe(
      `M60 ${CARD_HEIGHT}V${CARD_HEIGHT + 9}H280V${CARD_HEIGHT + 6}`,
    );
  });

  it('comes back below the cards where a chain is a circle', () => {
    const made = paths('a b', [edge('a', 'b'), edge('b', 'a')]);
    expect(made.some(path => path?.includes(` ${CARD_HEIGHT + 6} `))).toBe(
      true,
    );
  });

  it('is nothing for a stage without a place', () =>
    expect(
      edgePath(
        { from: 'a', to: 'b', through: [] },
        layoutGraph({ stages: [{ name: 'a' }], edges: [] }),
        scale,
      ),
    ).toBeUndefined());
});
