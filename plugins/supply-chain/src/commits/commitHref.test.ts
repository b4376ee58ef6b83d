import { commitHref } from './commitHref';

const SHA = '433a68cc94e1f5692672047d80cbb23577949591';

const forgeOf = (url: string) =>
  new Map([
    ['github.com', 'github'],
    ['gitlab.acme.example', 'gitlab'],
    ['bitbucket.org', 'bitbucketCloud'],
    ['gerrit.example', 'gerrit'],
  ]).get(new URL(url).hostname);

describe('commitHref', () => {
  it.each<[string | undefined, string | undefined, string | undefined]>([
    [
      'https://github.com/acme/app',
      SHA,
      `https://github.com/acme/app/commit/${SHA}`,
    ],
    [
      'https://github.com/acme/app.git/',
      SHA,
      `https://github.com/acme/app/commit/${SHA}`,
    ],
    [
      'https://me:secret@github.com/acme/app.git',
      SHA,
      `https://github.com/acme/app/commit/${SHA}`,
    ],
    [
      'git@github.com:acme/app.git',
      SHA,
      `https://github.com/acme/app/commit/${SHA}`,
    ],
    [
      'ssh://git@github.com:22/acme/app.git',
      SHA,
      `https://github.com/acme/app/commit/${SHA}`,
    ],
    [
      'https://gitlab.acme.example/a/b/c',
      SHA,
      `https://gitlab.acme.example/a/b/c/-/commit/${SHA}`,
    ],
    [
      'https://bitbucket.org/a/b',
      SHA,
      `https://bitbucket.org/a/b/commits/${SHA}`,
    ],
    ['https://git.example/a/b', SHA, undefined],
    ['https://gerrit.example/a', SHA, undefined],
    ['javascript:alert(1)//github.com/a/b', SHA, undefined],
    ['file:///github.com/a', SHA, undefined],
    ['not an address', SHA, undefined],
    [undefined, SHA, undefined],
    ['https://github.com/acme/app', 'main', undefined],
    ['https://github.com/acme/app', '433a68c', undefined],
    ['https://github.com/acme/app', `${SHA}/../../evil`, undefined],
    ['https://github.com/acme/app', undefined, undefined],
  ])('of %s at %s is %s', (repository, revision, href) =>
    expect(commitHref(repository, revision, forgeOf)).toBe(href),
  );
});
