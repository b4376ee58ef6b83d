import { inspect } from 'node:util';
import { ClusterToken } from './ClusterToken';
import { ClusterTokens } from './ClusterTokens';
import { jwt } from './testing/jwt';

const SECRET = 'ya29.secret';

describe('a cluster token', () => {
  const token = new ClusterToken(SECRET);

  it('is shown by nothing that prints it', () => {
    const caller = {
      token,
      tokens: new ClusterTokens('ann', new Map([['h', token]])),
    };
    const printed = [
      String(token),
      `${token}`,
      JSON.stringify(caller),
      inspect(caller, { depth: 9, showHidden: true }),
      token.hash,
    ];
    expect(printed.join()).not.toContain('secret');
    expect(token.reveal()).toBe(SECRET);
  });

  it.each([
    ['a JWT', jwt({ exp: 1_900_000_000 }), 1_900_000_000_000],
    ['a JWT that does not expire', jwt({ sub: 'ann' }), undefined],
    ['a JWT with nonsense in it', jwt({ exp: 'soon' }), undefined],
    ['something with dots', SECRET, undefined],
    ['something else', 'abc', undefined],
  ])('knows when %s expires', (_, value, expiresAt) => {
    expect(new ClusterToken(value).expiresAt).toBe(expiresAt);
  });
});
