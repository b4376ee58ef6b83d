import { buildSource } from './buildSource';

const COMMIT = '433a68cc94e1f5692672047d80cbb23577949591';
const DIGEST = `sha256:${'3'.repeat(64)}`;

describe('buildSource', () => {
  it.each([
    [
      'git, without the token in its URL',
      { git: { url: 'https://u:t@git.example/app', revision: COMMIT } },
      { type: 'git', url: 'https://git.example/app', short: '433a68c' },
    ],
    [
      'git at a branch that nobody has resolved',
      { git: { url: 'https://git.example/app', revision: 'main' } },
      { type: 'git', short: 'main' },
    ],
    [
      'an archive that names its commit',
      { blob: { url: `http://flux.example/app/${COMMIT}.tar.gz?x=1` } },
      { type: 'blob', revision: COMMIT, short: '433a68c' },
    ],
    [
      'an archive that names nothing',
      { blob: { url: 'https://files.example/app.zip#now' } },
      { type: 'blob', short: 'app.zip' },
    ],
    [
      'an image by tag and digest',
      { registry: { image: `reg.example:5000/src/app:main@${DIGEST}` } },
      { type: 'registry', revision: DIGEST, short: 'app:main@sha256:3333333' },
    ],
    ['nothing that is known', {}, { type: 'unknown' }],
  ])('tells %s', (_, source, told) => {
    expect(buildSource(source, undefined)).toMatchObject(told);
  });
});
