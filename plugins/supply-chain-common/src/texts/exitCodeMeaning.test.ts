import { exitCodeMeaning } from './exitCodeMeaning';

describe('exitCodeMeaning', () => {
  it.each([
    [0, undefined, undefined, undefined],
    [20, 'detect', undefined, 'no buildpack takes this source'],
    [21, 'detect', undefined, 'no buildpack takes this source, and one failed'],
    [25, 'detect', undefined, 'detecting buildpacks failed'],
    [32, 'analyze', undefined, 'analyzing failed'],
    [51, 'build', undefined, 'a buildpack failed'],
    [62, 'export', undefined, 'exporting the image failed'],
    [1, 'prepare', undefined, 'kpack could not prepare the build'],
    [1, 'completion', undefined, 'kpack could not finish the build'],
    [1, 'rebase', undefined, 'the step failed'],
    [137, 'build', 'OOMKilled', 'out of memory'],
    [137, 'build', 'Error', 'killed'],
    [2, 'build', undefined, undefined],
  ])('%s in %s (%s) is "%s"', (code, step, why, meaning) => {
    expect(exitCodeMeaning(code, step, why)?.meaning).toBe(meaning);
  });
});
