import { mockServices } from '@backstage/backend-test-utils';
import { generateKeyPairSync } from 'node:crypto';
import { readTrustSettings } from './readTrustSettings';
import { TestAuthority } from './testing/TestAuthority';

type Settings = { [key: string]: string | object[] };
const read = (signatures: Settings) =>
  readTrustSettings(
    mockServices.rootConfig({ data: { supplyChain: { signatures } } }),
  );
const KEYS = {
  ec: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ed25519: () => generateKeyPairSync('ed25519'),
};
const pem = (type: keyof typeof KEYS) =>
  String(KEYS[type]().publicKey.export({ type: 'spki', format: 'pem' }));

describe('readTrustSettings', () => {
  it('trusts nobody unless told', () => {
    expect(readTrustSettings(mockServices.rootConfig({ data: {} }))).toEqual({
      ...{ keys: [], identities: [], root: undefined },
    });
  });

  it.each(['ec', 'rsa'] as const)('reads %s keys', type => {
    const { keys } = read({
      keys: [{ name: 'release', publicKey: pem(type), images: ['ghcr.io/**'] }],
    });
    expect(keys).toEqual([
      {
        name: 'release',
        key: expect.objectContaining({ asymmetricKeyType: type }),
        images: ['ghcr.io/**'],
      },
    ]);
  });

  it('takes the whole of a subject, whatever the pattern', async () => {
    const { trustedRoot } = await TestAuthority.create();
    const identity = { issuer: 'https://i', subjectRegExp: 'a|b' };
    const [first] = read({ identities: [identity], trustedRoot }).identities;
    expect(
      ['a', 'b', 'ab', 'xa', 'b@evil'].filter(s => first?.subject(s)),
    ).toEqual(['a', 'b']);
  });

  it.each([
    [
      'a private key',
      { keys: [{ name: 'k', publicKey: privateKey() }] },
      'private',
    ],
    ['no key', { keys: [{ name: 'k', publicKey: 'x' }] }, 'no PEM'],
    [
      'ed25519',
      { keys: [{ name: 'k', publicKey: pem('ed25519') }] },
      'ed25519',
    ],
    [
      'a pattern that is none',
      { keys: [{ name: 'k', publicKey: pem('ec'), images: ['[a]'] }] },
      'no pattern',
    ],
    [
      'identities without a root',
      { identities: [{ issuer: 'i', subject: 's' }] },
      'trustedRoot',
    ],
    [
      'a root that is none',
      { identities: [{ issuer: 'i', subject: 's' }], trustedRoot: '{}}' },
      'trusted_root.json',
    ],
    ['nobody', { identities: [{ issuer: 'i' }], trustedRoot: '{}' }, 'either'],
    [
      'both ways to name somebody',
      {
        identities: [{ issuer: 'i', subject: 's', subjectRegExp: 's' }],
        trustedRoot: '{}',
      },
      'either',
    ],
    [
      'no expression',
      { identities: [{ issuer: 'i', subjectRegExp: '(' }], trustedRoot: '{}' },
      'no regular expression',
    ],
  ] as [string, Settings, string][])(
    'refuses %s at the start, and quotes no key',
    (_, settings, says) => {
      expect(() => read(settings)).toThrow(says);
      expect(() => read(settings)).not.toThrow('BEGIN');
    },
  );
});

function privateKey(): string {
  const made = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return String(made.privateKey.export({ type: 'pkcs8', format: 'pem' }));
}
