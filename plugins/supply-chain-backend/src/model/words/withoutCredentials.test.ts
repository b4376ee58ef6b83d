import { withoutCredentials } from './withoutCredentials';

describe('withoutCredentials', () => {
  it.each([
    [
      'https://user:token@git.example.com/a.git',
      'https://git.example.com/a.git',
    ],
    ['cloning ssh://git@host:22/a: denied', 'cloning ssh://host:22/a: denied'],
    [
      'git+https://x@h/a and 1.http://y@h/b',
      'git+https://h/a and 1.http://h/b',
    ],
    ['url="https://a:b@h/c"', 'url="https://h/c"'],
    ['HTTPS://A:B@H', 'HTTPS://H'],
    ['see https://h/@scope/a', 'see https://h/@scope/a'],
    ['mail me@h', 'mail me@h'],
  ])('%s', (text, left) => {
    expect(withoutCredentials(text)).toBe(left);
  });

  it('reads a text once, whatever stands in it', () => {
    const text = `${'a.'.repeat(500_000)}://`;
    expect(withoutCredentials(text)).toBe(text);
  });
});
