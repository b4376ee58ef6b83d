import { compareStack } from './compareStack';

describe('compareStack', () => {
  const on = (runImage?: string, stackId?: string) => ({
    buildpacks: [],
    ...(runImage && { runImage }),
    ...(stackId && { stackId }),
  });
  it.each([
    [
      'the same digest in another repository',
      on('a/run@sha256:1'),
      on('b/copy@sha256:1'),
      [],
    ],
    [
      'another digest',
      on('a/run@sha256:1'),
      on('a/run@sha256:2'),
      ['run image'],
    ],
    [
      'another stack',
      on('a@sha256:1', 'jammy'),
      on('a@sha256:2', 'noble'),
      ['stack', 'run image'],
    ],
    ['one that is not recorded', on(), on('a@sha256:2'), []],
  ])('tells of %s', (_, from, to, paths) => {
    const told = compareStack(from, to).flatMap(({ details }) => details);
    expect(told.map(({ path }) => path)).toEqual(paths);
  });
});
