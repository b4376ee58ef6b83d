import { compareBuildpacks } from './compareBuildpacks';

const used = (...buildpacks: string[]) => ({
  buildpacks: buildpacks.map(each => {
    const [id = '', version] = each.split('@');
    return version === undefined ? { id } : { id, version };
  }),
});

describe('compareBuildpacks', () => {
  it.each([
    ['the same', used('a@1', 'b@2'), used('b@2', 'a@1'), []],
    [
      'one that moved',
      used('a@1'),
      used('a@2'),
      ['Buildpack a moved from 1 to 2'],
    ],
    ['one more', used('a@1'), used('a@1', 'b@1'), ['Buildpacks differ: b']],
    [
      'one less and one that moved',
      used('a@1', 'b@1'),
      used('a@2'),
      ['Buildpacks differ: a, b'],
    ],
    [
      'many',
      used('a@1'),
      used('b@1', 'c@1', 'd@1'),
      ['Buildpacks differ: a, b, c and 1 more'],
    ],
    ['one without a version', used('a'), used('a@2'), ['Buildpacks differ: a']],
    ['none recorded before', used(), used('a@2'), []],
    ['none recorded after', used('a@1'), used(), []],
  ])('tells of %s', (_, from, to, titles) => {
    expect(compareBuildpacks(from, to).map(({ title }) => title)).toEqual(
      titles,
    );
  });

  it('shows each on its own line, added, removed or changed', () => {
    const [reason] = compareBuildpacks(used('a@1', 'b@1'), used('a@2', 'c@3'));
    expect(
      reason?.details.map(({ path, kind, old, new: now }) => [
        path,
        kind,
        old,
        now,
      ]),
    ).toEqual([
      ['buildpack a', 'changed', '1', '2'],
      ['buildpack b', 'removed', '1', undefined],
      ['buildpack c', 'added', undefined, '3'],
    ]);
  });
});
