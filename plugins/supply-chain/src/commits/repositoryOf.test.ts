import { repositoryOf } from './repositoryOf';

const forgeOf = (url: string) =>
  new Map([
    ['github.com', 'github'],
    ['gitlab.acme.example', 'gitlab'],
    ['bitbucket.org', 'bitbucketCloud'],
    ['bitbucket.acme.example', 'bitbucketServer'],
    ['dev.azure.com', 'azure'],
    ['gitea.acme.example', 'gitea'],
    ['gerrit.example', 'gerrit'],
  ]).get(new URL(url).hostname);

it.each<[string | undefined, string | undefined]>([
  ['url:https://github.com/acme/app', 'https://github.com/acme/app'],
  ['url:https://github.com/acme/app/', 'https://github.com/acme/app'],
  [
    'url:https://github.com/acme/app/tree/main/api/',
    'https://github.com/acme/app',
  ],
  [
    'url:https://me:secret@github.com/acme/app/blob/main/catalog-info.yaml',
    'https://github.com/acme/app',
  ],
  [
    'url:https://gitlab.acme.example/a/b/c/-/tree/main/d/',
    'https://gitlab.acme.example/a/b/c',
  ],
  ['url:https://gitlab.acme.example/a/b', 'https://gitlab.acme.example/a/b'],
  [
    'url:https://bitbucket.org/team/app/src/main/',
    'https://bitbucket.org/team/app',
  ],
  [
    'url:https://bitbucket.acme.example/projects/P/repos/app/browse/x',
    'https://bitbucket.acme.example/projects/P/repos/app',
  ],
  [
    'url:https://dev.azure.com/org/project/_git/app?path=/x',
    'https://dev.azure.com/org/project/_git/app',
  ],
  [
    'url:https://gitea.acme.example/team/app/src/branch/main/',
    'https://gitea.acme.example/team/app',
  ],
  ['url:https://github.com/acme', undefined],
  ['url:https://gerrit.example/app', undefined],
  ['url:https://elsewhere.example/acme/app', undefined],
  ['url:javascript:alert(1)', undefined],
  ['url:not an address', undefined],
  ['file:/srv/app', undefined],
  ['dir:.', undefined],
  ['', undefined],
  [undefined, undefined],
])('the repository of %s is %s', (location, repository) =>
  expect(repositoryOf(location, forgeOf)).toBe(repository),
);
