import { createPublicKey, createSign, generateKeyPairSync } from 'node:crypto';
import type {
  SignatureState,
  SignatureView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { RegistryError } from '../registry/errors/RegistryError';
import type { ImageRegistry } from '../registry/ImageRegistry';
import { ImageTrust } from './ImageTrust';
import { SignedRegistry } from './testing/SignedRegistry';
import type { TrustSettings } from './TrustSettings';

const { signal } = new AbortController();
const NOBODY: TrustSettings = { keys: [], identities: [], root: undefined };
const SIGNED: SignatureState = {
  kind: 'signed',
  by: { type: 'key', name: 'release' },
};
const invalid = (because: string) => ({ kind: 'invalid', because });
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const SIGN = 'https://sigstore.dev/cosign/sign/v1';
const SLSA = 'https://slsa.dev/provenance/v1';

let signed: SignedRegistry;
beforeEach(async () => {
  signed = await SignedRegistry.start();
});
afterEach(() => signed.stop());

const withKey = (pem: string, images?: readonly string[]): TrustSettings => ({
  ...NOBODY,
  keys: [{ name: 'release', key: createPublicKey(pem), images }],
});
const trust = (
  settings = withKey(signed.publicKey),
  image = signed.image,
  registry: ImageRegistry = signed.registry,
) => new ImageTrust({ registry, settings }).of(image, signal);
const states = (found: readonly SignatureView[]) =>
  found.map(({ type, scheme, state }) => [type, scheme, state]);

describe('the image that the real kpack signed and attested', () => {
  it('is signed by the configured key, and so is its attestation', async () => {
    const { signature, found, registry } = await trust();
    expect(signature).toEqual(SIGNED);
    expect(states(found)).toEqual([
      ['signature', 'cosign-tag', SIGNED],
      ['attestation', 'cosign-tag', SIGNED],
    ]);
    expect(registry).toBe('registry.acme.localhost');
    expect(found[0]?.annotations).toEqual([
      { name: 'buildNumber', value: '1' },
      { name: 'buildTimestamp', value: '20261122.215732' },
      { name: 'env', value: 'prod' },
      { name: 'team', value: 'billing' },
    ]);
  });

  it('says how it was built, how large it is, and where its SBOM is', async () => {
    const { found, manifest } = await trust();
    expect(found[1]).toMatchObject({
      predicateType: SLSA,
      provenance: {
        builder: 'https://kpack.io/slsa/signed-build',
        startedAt: '2026-11-22T21:57:32Z',
        finishedAt: '2026-11-22T21:57:40Z',
        materials: [
          { name: 'source', digest: expect.stringMatching(/^sha256:4684c0/) },
          { name: 'builder-image' },
        ],
      },
    });
    expect(manifest).toEqual({
      size: expect.any(Number),
      layers: 11,
      platforms: ['linux/amd64'],
      sbom: expect.stringMatching(/^sha256:9a214f93/),
    });
    expect(manifest?.size).toBeGreaterThan(16_000_000);
  });

  it('is not checked while no key is configured, or none for it', async () => {
    const notChecked = { kind: 'not-checked', because: 'no-verifier' };
    expect((await trust(NOBODY)).signature).toEqual(notChecked);
    const others = withKey(signed.publicKey, ['ghcr.io/**']);
    expect((await trust(others)).signature).toEqual(notChecked);
    const ours = withKey(signed.publicKey, ['registry.acme.localhost/apps/**']);
    expect((await trust(ours)).signature).toEqual(SIGNED);
  });
});

describe('tampering is told as invalid:', () => {
  const first = (what: 'sig' | 'att') => {
    const [layer] = signed.layers(what);
    if (!layer) throw new Error(`No ${what}`);
    return layer;
  };

  it('another payload under the same signature', async () => {
    const { content, annotations } = first('sig');
    const changed = String(content).replace('"prod"', '"test"');
    signed.replace('sig', [{ content: changed, annotations }]);
    expect((await trust()).signature).toEqual(invalid('wrong-key'));
  });

  it('another payload where the digest of the first is', async () => {
    const { content } = first('sig');
    const changed = String(content).replace('"prod"', '"test"');
    const digest = (await trust()).found[0]?.digest;
    signed.content.putBlob(signed.repository, changed, digest);
    expect((await trust()).signature).toEqual(invalid('altered'));
  });

  it('another signature', async () => {
    const { content, annotations } = first('sig');
    const key = 'dev.cosignproject.cosign/signature';
    const bytes = Buffer.from(annotations[key] ?? '', 'base64');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    signed.replace('sig', [
      { content, annotations: { [key]: bytes.toString('base64') } },
    ]);
    expect((await trust()).signature).toEqual(invalid('wrong-key'));
  });

  it('the digest of another image in the payload, signed with the right key', async () => {
    const { publicKey, privateKey } = pair();
    const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
    const sign = (payload: string) =>
      createSign('sha256').update(payload).sign(privateKey, 'base64');
    const other = `sha256:${'1'.repeat(64)}`;
    signed.sign(signed.payloadOf(other), sign);
    expect((await trust(withKey(pem))).signature).toEqual(
      invalid('other-image'),
    );
    // It needs no key to see that.
    expect((await trust(NOBODY)).signature).toEqual(invalid('other-image'));
    signed.sign(signed.payloadOf(signed.digest), sign);
    expect((await trust(withKey(pem))).signature).toEqual(SIGNED);
  });

  it('the digest of this image put into the payload of another', async () => {
    const { content, annotations } = first('sig');
    const other = `sha256:${'1'.repeat(64)}`;
    signed.replace('sig', [
      { content: String(content).replace(signed.digest, other), annotations },
    ]);
    expect((await trust()).signature).toEqual(invalid('other-image'));
  });

  it('a good signature of another key', async () => {
    const { publicKey } = pair();
    const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
    const { signature, found } = await trust(withKey(pem));
    expect(signature).toEqual(invalid('wrong-key'));
    expect(found.map(({ state }) => state)).toEqual([
      invalid('wrong-key'),
      invalid('wrong-key'),
    ]);
  });

  it('no signature at all in its place, or one of nonsense', async () => {
    const { content } = first('sig');
    signed.replace('sig', [{ content, annotations: {} }]);
    expect((await trust()).signature).toEqual(invalid('unreadable'));
    signed.sign('not even JSON', () => 'AA==');
    expect((await trust()).signature).toEqual(invalid('unreadable'));
  });

  it('the image itself is another than its digest says', async () => {
    const image = signed.content.manifest(signed.repository, signed.digest);
    const registry: ImageRegistry = {
      blob: (...ask) => signed.registry.blob(...ask),
      referrers: (...ask) => signed.registry.referrers(...ask),
      manifest: async (of, reference, life) => {
        if (reference === signed.digest) {
          throw new RegistryError('altered', of.host);
        }
        return signed.registry.manifest(of, reference, life);
      },
    };
    expect(image).toBeDefined();
    expect((await trust(undefined, signed.image, registry)).signature).toEqual(
      invalid('altered'),
    );
  });

  describe('an attestation', () => {
    const change = (how: (envelope: Record<string, unknown>) => object) => {
      const { content, annotations } = first('att');
      const envelope = how(JSON.parse(String(content)));
      signed.replace('att', [
        { content: JSON.stringify(envelope), annotations },
      ]);
    };
    const payloadOf = ({ payload }: Record<string, unknown>) =>
      Buffer.from(String(payload), 'base64').toString();
    const attestation = async () => (await trust()).found[1]?.state;

    it('whose content was changed', async () => {
      change(envelope => ({
        ...envelope,
        payload: Buffer.from(
          payloadOf(envelope).replace('signed-build', 'other-build'),
        ).toString('base64'),
      }));
      expect(await attestation()).toEqual(invalid('wrong-key'));
    });

    it('of another subject', async () => {
      change(envelope => ({
        ...envelope,
        payload: Buffer.from(
          payloadOf(envelope).replace(signed.digest.slice(-64), 'a'.repeat(64)),
        ).toString('base64'),
      }));
      expect(await attestation()).toEqual(invalid('other-image'));
    });

    it('with another signature, with none, or with another type of content', async () => {
      change(envelope => ({
        ...envelope,
        signatures: [{ sig: Buffer.from('no').toString('base64') }],
      }));
      expect(await attestation()).toEqual(invalid('wrong-key'));
      change(envelope => ({ ...envelope, signatures: [] }));
      expect(await attestation()).toEqual(invalid('unreadable'));
      change(envelope => ({ ...envelope, payloadType: 'text/plain' }));
      expect(await attestation()).toEqual(invalid('unreadable'));
    });

    it('says nothing of the image’s own signature', async () => {
      change(envelope => ({ ...envelope, signatures: [] }));
      expect((await trust()).signature).toEqual(SIGNED);
    });
  });

  it('but one good signature among bad ones is enough, as for cosign', async () => {
    const { content, annotations } = first('sig');
    signed.replace('sig', [
      { content: 'nonsense', annotations },
      { content, annotations },
    ]);
    const { signature, found } = await trust();
    expect(signature).toEqual(SIGNED);
    expect(found[0]?.state).toEqual(invalid('unreadable'));
  });
});

describe('bundles that refer to the image', () => {
  const { publicKey, privateKey } = pair();
  const key = String(publicKey.export({ type: 'spki', format: 'pem' }));
  const bundleOf = (
    statement: string,
    type = 'application/vnd.in-toto+json',
  ) => {
    const pae = `DSSEv1 ${type.length} ${type} ${statement.length} ${statement}`;
    return {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { publicKey: { hint: 'x' }, tlogEntries: [] },
      dsseEnvelope: {
        payload: Buffer.from(statement).toString('base64'),
        payloadType: type,
        signatures: [
          { sig: createSign('sha256').update(pae).sign(privateKey, 'base64') },
        ],
      },
    };
  };

  beforeEach(() => {
    signed.replace('sig', []);
    signed.replace('att', []);
  });

  it.each(['list', 'tag'] as const)(
    'are found by the %s of referrers, signatures and attestations',
    async how => {
      signed.refer(bundleOf(signed.statementOf(signed.digest, SIGN)), how);
      const { signature, found } = await trust(withKey(key));
      expect(signature).toEqual(SIGNED);
      expect(states(found)).toEqual([['signature', 'bundle', SIGNED]]);
    },
  );

  it('are attestations when they say something else than "signed"', async () => {
    signed.refer(bundleOf(signed.statementOf(signed.digest, SLSA)));
    const { signature, found } = await trust(withKey(key));
    expect(signature).toEqual({ kind: 'unsigned' });
    expect(states(found)).toEqual([['attestation', 'bundle', SIGNED]]);
    expect(found[0]?.predicateType).toBe(SLSA);
  });

  it('may sign the manifest itself', async () => {
    const manifest = signed.content.manifest(signed.repository, signed.digest);
    const content = manifest?.content ?? Buffer.alloc(0);
    const digest = Buffer.from(signed.digest.slice(-64), 'hex');
    const bundle = {
      ...bundleOf(''),
      dsseEnvelope: undefined,
      messageSignature: {
        messageDigest: {
          algorithm: 'SHA2_256',
          digest: digest.toString('base64'),
        },
        signature: createSign('sha256')
          .update(content)
          .sign(privateKey, 'base64'),
      },
    };
    signed.refer(bundle);
    expect((await trust(withKey(key))).signature).toEqual(SIGNED);
  });

  it('are invalid with another key, about another image, or unreadable', async () => {
    signed.refer(bundleOf(signed.statementOf(signed.digest, SIGN)));
    signed.refer(
      bundleOf(signed.statementOf(`sha256:${'2'.repeat(64)}`, SIGN)),
    );
    signed.refer({ mediaType: 'nonsense' });
    signed.refer(bundleOf('{}'));
    expect(states((await trust()).found).map(([, , state]) => state)).toEqual([
      invalid('wrong-key'),
      invalid('other-image'),
      invalid('unreadable'),
      invalid('unreadable'),
    ]);
  });

  it('are not all looked at when there are very many, and that is said', async () => {
    for (let i = 0; i < 31; i += 1) {
      signed.refer(bundleOf(signed.statementOf(signed.digest, `type-${i}`)));
    }
    const { found, more } = await trust(withKey(key));
    expect([found.length, more]).toEqual([30, true]);
  });
});

describe('what cannot be checked', () => {
  it('an image beside which nothing is, is unsigned', async () => {
    signed.replace('sig', []);
    expect((await trust()).signature).toEqual({ kind: 'unsigned' });
  });

  it.each([
    ['', 'no-image'],
    ['registry.acme.localhost/apps/receipts:latest', 'no-image'],
    [`ghcr.io/other@sha256:${'3'.repeat(64)}`, 'registry-not-allowed'],
    [
      `registry.acme.localhost/apps/gone@sha256:${'3'.repeat(64)}`,
      'image-absent',
    ],
  ])('%s: %s', async (image, because) => {
    const { signature, found } = await trust(undefined, image);
    expect(signature).toEqual({ kind: 'not-checked', because });
    expect(found).toEqual([]);
  });

  it.each([
    ['unreachable', 'registry-unreachable'],
    ['denied', 'registry-denied'],
    ['too-large', 'registry-unreadable'],
    ['redirected', 'registry-unreadable'],
  ] as const)(
    'is not unsigned when the registry is %s half way',
    async (trouble, because) => {
      const registry: ImageRegistry = {
        manifest: (...ask) => signed.registry.manifest(...ask),
        referrers: (...ask) => signed.registry.referrers(...ask),
        blob: async of => {
          throw new RegistryError(trouble, of.host);
        },
      };
      const { signature } = await trust(undefined, signed.image, registry);
      expect(signature).toEqual({ kind: 'not-checked', because });
    },
  );
});
