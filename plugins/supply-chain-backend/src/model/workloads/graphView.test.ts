import fc from 'fast-check';
import { Fields } from '../objects/Fields';
import { readOwnerStatus } from '../objects/readOwnerStatus';
import { readSupplyChain } from '../objects/readSupplyChain';
import { stageView } from '../stages/stageView';
import { graphView } from './graphView';

type Raw = { name: string; inputs?: { name: string }[] };

function graphOf(raw: readonly Raw[], chain?: object) {
  const { resources } = readOwnerStatus(new Fields({ resources: raw }));
  const stages = new Map(resources.map(each => [each.name, each]));
  return graphView(
    resources,
    chain && readSupplyChain({ metadata: { name: 'c' }, spec: chain }),
    stage => stageView(stage, { stages, namesAccount: false, stale: false }),
  );
}

const node = (name: string, ...inputs: string[]): Raw => ({
  name,
  inputs: inputs.map(each => ({ name: each })),
});
const names = (raw: readonly Raw[], chain?: object) =>
  graphOf(raw, chain).stages.map(stage => stage.name);

describe('graphView', () => {
  it.each([
    ['nothing', [], []],
    ['a lone stage', [node('a')], ['a']],
    [
      'stages out of order',
      [node('c', 'b'), node('b', 'a'), node('a')],
      ['a', 'b', 'c'],
    ],
    [
      'two branches',
      [node('d', 'b', 'c'), node('c', 'a'), node('b', 'a'), node('a')],
      ['a', 'b', 'c', 'd'],
    ],
    ['a cycle', [node('b', 'a'), node('a', 'b')], ['a', 'b']],
    ['a loop', [node('a', 'a')], ['a']],
    ['a name twice', [node('a'), node('a', 'x')], ['a']],
  ])('renders %s', (_, raw, expected) => {
    expect(names(raw)).toEqual(expected);
  });

  it('marks an input that names nothing, and says one twice only once', () => {
    expect(graphOf([node('b', 'gone', 'gone', 'a'), node('a')]).edges).toEqual([
      { from: 'gone', to: 'b', missing: true },
      { from: 'a', to: 'b', missing: false },
    ]);
  });

  it('takes order, types and planned stages from the chain', () => {
    const chain = {
      resources: [
        {
          name: 'z',
          templateRef: { kind: 'ClusterSourceTemplate', name: 't' },
        },
        { name: 'a', sources: [{ name: 'source', resource: 'z' }] },
        { name: 'later', images: [{ name: 'image', resource: 'a' }] },
      ],
    };
    const graph = graphOf([node('a', 'z'), node('z')], chain);
    expect(graph.stages.map(stage => [stage.name, stage.phase.kind])).toEqual([
      ['z', 'unknown'],
      ['a', 'waiting'],
      ['later', 'planned'],
    ]);
    expect(graph.edges).toEqual([
      { from: 'z', to: 'a', type: 'source', missing: false },
      { from: 'a', to: 'later', type: 'image', missing: false },
    ]);
  });

  it('is the same whatever the order of the status, and never leaves a stage out', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const stage = fc.record({
      name: letter,
      inputs: fc.array(
        letter.map(name => ({ name })),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(stage, { selector: each => each.name }),
        fc.infiniteStream(fc.nat()),
        (stages, random) => {
          const shuffled = stages
            .map(each => [random.next().value ?? 0, each] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, each]) => each);
          const graph = graphOf(stages);
          expect(graphOf(shuffled)).toEqual(graph);
          expect(graph.stages.map(each => each.name).sort()).toEqual(
            stages.map(each => each.name).sort(),
          );
        },
      ),
    );
  });
});
