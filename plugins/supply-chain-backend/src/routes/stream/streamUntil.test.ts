import { mockCredentials } from '@backstage/backend-test-utils';
import { streamUntil } from './streamUntil';

const NOW = Date.parse('2030-01-01T00:00:00Z');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const endsIn = (tokenSeconds?: number) => {
  const { at, because } = streamUntil(
    {
      ...mockCredentials.user(),
      ...(tokenSeconds !== undefined && {
        expiresAt: new Date(NOW + tokenSeconds * SECOND),
      }),
    },
    NOW,
  );
  return { seconds: (at - NOW) / SECOND, because };
};

describe('a stream ends', () => {
  it('after ten minutes when nothing else ends it', () => {
    expect(endsIn()).toEqual({ seconds: 600, because: 'limit' });
    expect(endsIn(60 * 60)).toEqual({ seconds: 600, because: 'limit' });
  });

  it.each([629, 300, 60, 31])(
    'half a minute before the end of a token that is good for %d s',
    good => {
      expect(endsIn(good)).toEqual({ seconds: good - 30, because: 'token' });
    },
  );

  it.each([30, 10, 0, -MINUTE])(
    'at once when the token is as good as over (%d s)',
    good => {
      expect(endsIn(good).because).toBe('token');
      expect(endsIn(good).seconds).toBeLessThanOrEqual(0);
    },
  );
});
