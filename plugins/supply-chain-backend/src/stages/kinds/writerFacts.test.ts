import { writerFacts } from './writerFacts';

const values = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([name, value]) => ({ name, value }));

const GIVEN = values({
  'git-repository': 'https://git.example.com/acme/config',
  'base-branch': 'main',
  'pull-request-title': 'Deploy payments',
});

describe('the pull request of a writer of configuration', () => {
  it.each([
    [
      'link and state',
      {
        'pr-url': 'https://git.example.com/acme/config/pull/7',
        pr_state: 'merged',
      },
      {
        url: 'https://git.example.com/acme/config/pull/7',
        number: '#7',
        state: 'merged',
      },
    ],
    [
      'a link alone: nothing in the cluster tells how it stands',
      { pr_url: 'https://gitlab.example.com/a/b/-/merge_requests/3' },
      {
        url: 'https://gitlab.example.com/a/b/-/merge_requests/3',
        number: '!3',
      },
    ],
    [
      'a state alone, and no link that is made up',
      { 'pull-request-state': 'open' },
      { state: 'open' },
    ],
    [
      'a state, and no link that is none',
      { 'pr-url': 'javascript:alert(1)', 'pr-state': 'open' },
      { state: 'open' },
    ],
  ])('is told by %s', (_, gave, pullRequest) => {
    expect(writerFacts(GIVEN, values(gave))?.pullRequest).toEqual({
      title: 'Deploy payments',
      ...pullRequest,
    });
  });

  it.each([{}, { 'pr-url': '' }, { 'pr-url': 'ftp://example.com/pull/7' }])(
    'is not told of where the results %j carry none',
    gave => {
      expect(writerFacts(GIVEN, values(gave))).toEqual({
        kind: 'writer',
        repository: 'https://git.example.com/acme/config',
        branch: 'main',
      });
    },
  );
});
