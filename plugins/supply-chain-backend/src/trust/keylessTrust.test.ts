import { createPublicKey } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { ImageTrust } from './ImageTrust';
import { readTrustSettings } from './readTrustSettings';
import { SignedRegistry } from './testing/SignedRegistry';
import { TestAuthority } from './testing/TestAuthority';
import type { TrustSettings } from './TrustSettings';

const { signal } = new AbortController();
const invalid = (because: string) => ({ kind: 'invalid', because });

let signed: SignedRegistry;
beforeEach(async () => {
  signed = await SignedRegistry.start();
});
afterEach(() => signed.stop());

const trust = (settings: TrustSettings) =>
  new ImageTrust({ registry: signed.registry, settings }).of(
    signed.image,
    signal,
  );

describe('keyless signatures', () => {
  const who = {
    issuer: 'https://issuer.example',
    subject: 'https://ci.example/acme/app',
  };
  const settingsOf = (
    authority: TestAuthority,
    identity: object = who,
  ): TrustSettings =>
    readTrustSettings(
      mockServices.rootConfig({
        data: {
          supplyChain: {
            signatures: {
              identities: [identity as { issuer: string }],
              trustedRoot: authority.trustedRoot,
            },
          },
        },
      }),
    );
  let authority: TestAuthority;
  beforeAll(async () => {
    authority = await TestAuthority.create();
  });
  const signAs = async (by = authority, payload?: string) => {
    const text = payload ?? signed.payloadOf(signed.digest);
    const made = await by.sign(text, who);
    signed.sign(text, () => made.signature, made.annotations);
    return made;
  };

  it('are signed by an identity that is configured, exactly or by a pattern', async () => {
    await signAs();
    const by = { type: 'identity', ...who };
    for (const identity of [
      who,
      { issuer: who.issuer, subjectRegExp: 'https://ci\\.example/acme/.*' },
    ]) {
      const { signature } = await trust(settingsOf(authority, identity));
      expect(signature).toEqual({ kind: 'signed', by });
    }
  });

  it.each([
    { ...who, subject: 'https://ci.example/acme' },
    { ...who, issuer: 'https://other.example' },
    { issuer: who.issuer, subjectRegExp: 'https://ci' },
    { issuer: who.issuer, subjectRegExp: 'acme/app' },
  ])('are of a wrong identity for %j', async identity => {
    await signAs();
    const { signature } = await trust(settingsOf(authority, identity));
    expect(signature).toEqual(invalid('wrong-identity'));
  });

  it('are untrusted when another authority certified them', async () => {
    await signAs(await TestAuthority.create());
    const { signature } = await trust(settingsOf(authority));
    expect(signature).toEqual(invalid('untrusted'));
  });

  it('are untrusted when the log has not seen them, or something else', async () => {
    const { signature: made, annotations } = await signAs();
    const certificate = 'dev.sigstore.cosign/certificate';
    const payload = signed.payloadOf(signed.digest);
    signed.sign(payload, () => made, {
      [certificate]: annotations[certificate],
    });
    const settings = settingsOf(authority);
    expect((await trust(settings)).signature).toEqual(invalid('untrusted'));
    const other = await authority.sign('something else', who);
    signed.sign(payload, () => made, {
      ...other.annotations,
      [certificate]: annotations[certificate],
    });
    expect((await trust(settings)).signature).toEqual(invalid('untrusted'));
  });

  it('are not checked where only keys are configured', async () => {
    await signAs();
    const key = createPublicKey(signed.publicKey);
    const settings: TrustSettings = {
      keys: [{ name: 'release', key, images: undefined }],
      ...{ identities: [], root: undefined },
    };
    expect((await trust(settings)).signature).toEqual({
      kind: 'not-checked',
      because: 'no-verifier',
    });
  });
});
