import * as x509 from '@peculiar/x509';
import {
  createHash,
  createPrivateKey,
  createSign,
  generateKeyPairSync,
  KeyObject,
  webcrypto,
} from 'node:crypto';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** Fulcio's extension for the issuer of the identity token, DER-encoded (sigstore/fulcio, docs/oid-info.md). */
const ISSUER = '1.3.6.1.4.1.57264.1.8';

// Only webcrypto of Node has these keys; the library is told once.
x509.cryptoProvider.set(webcrypto as Crypto);

/** A sigstore of our own: an authority that certifies identities, and a log that has seen what they signed. */
export class TestAuthority {
  private constructor(
    private readonly root: x509.X509Certificate,
    private readonly rootKeys: CryptoKeyPair,
    private readonly log = generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ) {}

  static async create(): Promise<TestAuthority> {
    const keys = await webcrypto.subtle.generateKey(ECDSA, true, [
      'sign',
      'verify',
    ]);
    const root = await x509.X509CertificateGenerator.createSelfSigned({
      name: 'CN=test authority',
      keys: keys as CryptoKeyPair,
      signingAlgorithm: ECDSA,
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2036-01-01T00:00:00Z'),
      extensions: [
        new x509.BasicConstraintsExtension(true, 1, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      ],
    });
    return new TestAuthority(root, keys as CryptoKeyPair);
  }

  /** As `trusted_root.json` has it. */
  get trustedRoot(): string {
    const publicKey = this.log.publicKey.export({
      type: 'spki',
      format: 'der',
    });
    return JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      certificateAuthorities: [
        {
          certChain: {
            certificates: [{ rawBytes: base64(this.root.rawData) }],
          },
          validFor: { start: '2026-01-01T00:00:00Z' },
        },
      ],
      tlogs: [
        {
          baseUrl: 'https://log.example',
          hashAlgorithm: 'SHA2_256',
          publicKey: {
            rawBytes: base64(publicKey),
            keyDetails: 'PKIX_ECDSA_P256_SHA_256',
            validFor: { start: '2026-01-01T00:00:00Z' },
          },
          logId: { keyId: base64(this.#logId) },
        },
      ],
      ctlogs: [],
      timestampAuthorities: [],
    });
  }

  /** Signs a payload as somebody, and has the log see it: the annotations that cosign puts beside a signature. */
  async sign(payload: string, who: { issuer: string; subject: string }) {
    const keys = await webcrypto.subtle.generateKey(ECDSA, true, [
      'sign',
      'verify',
    ]);
    const certificate = await this.#certify(keys as CryptoKeyPair, who);
    const pem = certificate.toString('pem');
    const key = KeyObject.from(keys.privateKey);
    const signature = createSign('sha256').update(payload).sign(key, 'base64');
    const body = base64(
      Buffer.from(
        JSON.stringify({
          apiVersion: '0.0.1',
          kind: 'hashedrekord',
          spec: {
            data: {
              hash: {
                algorithm: 'sha256',
                value: createHash('sha256').update(payload).digest('hex'),
              },
            },
            signature: {
              content: signature,
              publicKey: { content: base64(Buffer.from(pem)) },
            },
          },
        }),
      ),
    );
    // In this order: what a log promises is the canonical form.
    const entry = {
      body,
      integratedTime: Date.parse('2026-06-01T00:05:00Z') / 1000,
      logID: this.#logId.toString('hex'),
      logIndex: 7,
    };
    const promise = createSign('sha256')
      .update(JSON.stringify(entry))
      .sign(this.log.privateKey, 'base64');
    return {
      signature,
      annotations: {
        'dev.sigstore.cosign/certificate': pem,
        'dev.sigstore.cosign/bundle': JSON.stringify({
          SignedEntryTimestamp: promise,
          Payload: entry,
        }),
      },
    };
  }

  get #logId(): Buffer {
    const key = this.log.publicKey.export({ type: 'spki', format: 'der' });
    return createHash('sha256').update(key).digest();
  }

  #certify(
    keys: CryptoKeyPair,
    { issuer, subject }: { issuer: string; subject: string },
  ): Promise<x509.X509Certificate> {
    const text = Buffer.from(issuer);
    const utf8String = Buffer.concat([Buffer.from([0x0c, text.length]), text]);
    return x509.X509CertificateGenerator.create({
      subject: '',
      issuer: this.root.subject,
      notBefore: new Date('2026-06-01T00:00:00Z'),
      notAfter: new Date('2026-06-01T00:10:00Z'),
      publicKey: keys.publicKey,
      signingKey: this.rootKeys.privateKey,
      signingAlgorithm: ECDSA,
      extensions: [
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.3']),
        new x509.SubjectAlternativeNameExtension([
          { type: 'url', value: subject },
        ]),
        new x509.Extension(ISSUER, false, utf8String),
      ],
    });
  }
}

/** What a key of one's own signs, in base64 as cosign writes it. */
export function signWith(pem: string): (payload: string) => string {
  const key = createPrivateKey(pem);
  return payload => createSign('sha256').update(payload).sign(key, 'base64');
}

function base64(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(new Uint8Array(bytes)).toString('base64');
}
