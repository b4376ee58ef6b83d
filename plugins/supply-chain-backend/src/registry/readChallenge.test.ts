import fc from 'fast-check';
import { readChallenge } from './readChallenge';

describe('readChallenge', () => {
  it('reads what token services are asked by', () => {
    expect(
      readChallenge(
        'Bearer realm="https://auth.example/token",service="registry.example",scope="repository:a:pull"',
      ),
    ).toEqual({
      scheme: 'bearer',
      realm: new URL('https://auth.example/token'),
      service: 'registry.example',
    });
    expect(readChallenge('BEARER Realm="https://auth.example/"')).toEqual({
      scheme: 'bearer',
      realm: new URL('https://auth.example/'),
    });
    expect(readChallenge('Basic realm="it"')).toEqual({ scheme: 'basic' });
  });

  it.each([null, '', 'Bearer', 'Bearer realm="not a url"', 'Digest realm="x"'])(
    'has nothing to say to %j',
    header => expect(readChallenge(header)).toBeUndefined(),
  );

  it('reads anything', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(() => readChallenge(`Bearer ${text}`)).not.toThrow();
      }),
    );
  });
});
