import fc from 'fast-check';
import { readRecordedImages } from 'demo-cluster';
import {
  policyViewSchema,
  provenanceViewSchema,
  trustViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { createPublicKey } from 'node:crypto';
import { digestOf, isDigest } from '../registry/Digest';
import type { ImageRegistry } from '../registry/ImageRegistry';
import { policyView } from '../model/policies/policyView';
import { readImagePolicy } from '../model/policies/readImagePolicy';
import { Unreadable } from '../model/objects/Unreadable';
import { mangled } from '../model/testing/mangled';
import { ImageTrust } from './ImageTrust';
import { parseJson } from './parseJson';
import { provenanceOf } from './provenanceOf';
import { readStatement } from './readStatement';

jest.setTimeout(60_000);

const { images, publicKey } = readRecordedImages();
const [image] = images;
if (!image) throw new Error('No image is recorded');
const digest = image.tags.latest?.digest ?? '';
const reference = `${image.repository}@${digest}`;
const { signal } = new AbortController();

/** Everything that the registry has of it and that is JSON, by what names it. */
const DOCUMENTS = [
  ...Object.entries(image.tags).map(([tag, each]) => [tag, each.manifest]),
  ...Object.entries(image.blobs),
].filter(
  (each): each is [string, string] => parseJson(each[1] ?? '') !== undefined,
);

/** What the attestations among them state. */
const STATEMENTS = DOCUMENTS.flatMap(([name, text]) => {
  const payload = parseJson(text)?.text('payload', 1_000_000);
  const statement = Buffer.from(payload ?? '', 'base64').toString();
  return parseJson(statement) ? [[name, JSON.parse(statement)] as const] : [];
});

/** A ClusterImagePolicy with everything that one may ask. */
const POLICY = {
  apiVersion: 'policy.sigstore.dev/v1beta1',
  kind: 'ClusterImagePolicy',
  metadata: { name: 'all', generation: 1, labels: { a: 'b' } },
  spec: {
    mode: 'warn',
    images: [{ glob: 'registry.acme.localhost/**' }, { glob: '**' }],
    match: [
      {
        group: 'apps',
        resource: 'deployments',
        version: 'v1',
        selector: { matchLabels: { signed: 'yes' } },
      },
    ],
    authorities: [
      {
        name: 'key',
        key: { secretRef: { name: 'cosign', namespace: 'keys' } },
        attestations: [
          {
            predicateType: 'https://slsa.dev/provenance/v1',
            policy: { type: 'cue', data: 'a: 1' },
          },
        ],
      },
      {
        keyless: {
          url: 'https://fulcio.example.com',
          identities: [
            { issuer: 'https://issuer.example.com', subjectRegExp: '.*' },
          ],
        },
      },
      { name: 'none', static: { action: 'fail', message: 'not here' } },
    ],
    policy: { type: 'rego', data: 'package sigstore' },
  },
  status: {
    conditions: [{ type: 'Ready', status: 'False', message: 'no such secret' }],
  },
};

/** What the registry says, with changes here and there; blobs stay where they were, as on a disk that rots. */
function registryWith(change: (text: string) => string): ImageRegistry {
  const changed = new Map<string, Buffer>();
  const read = (text: string | undefined) => {
    if (text === undefined) return undefined;
    const known = changed.get(text) ?? Buffer.from(change(text));
    changed.set(text, known);
    return known;
  };
  return {
    async manifest(_, asked) {
      const tag = Object.entries(image?.tags ?? {}).find(
        ([name, each]) => name === asked || each.digest === asked,
      );
      const content = read(tag?.[1].manifest);
      if (!content) return undefined;
      return { digest: isDigest(asked) ? asked : digestOf(content), content };
    },
    async blob(_, asked) {
      return read(image?.blobs[asked]);
    },
    async referrers() {
      return read('{"manifests":[]}');
    },
  };
}

async function trustOf(change: (text: string) => string) {
  const key = createPublicKey(publicKey);
  const trust = await new ImageTrust({
    registry: registryWith(change),
    settings: {
      keys: [{ name: 'kpack', key, images: undefined }],
      ...{ identities: [], root: undefined },
    },
  }).of(reference, signal);
  return trustViewSchema.parse({
    ...trust,
    ref: { cluster: 'c', namespace: 'n', name: 'b' },
    kpack: { annotations: [] },
    ...{ policies: [], problems: [] },
  });
}

describe('whatever a registry says', () => {
  it.each(DOCUMENTS)(
    'there is a view whatever stands in %s',
    async (_, text) => {
      await fc.assert(
        fc.asyncProperty(mangled(JSON.parse(text)), async ({ json }) => {
          await trustOf(each => (each === text ? json : each));
        }),
        { numRuns: 50 },
      );
    },
  );

  it.each(STATEMENTS)(
    'there is provenance or none whatever stands in a statement of %s',
    (_, statement) => {
      fc.assert(
        fc.property(mangled(statement), ({ json }) => {
          const read = readStatement(
            'application/vnd.in-toto+json',
            Buffer.from(json),
          );
          const provenance = read && provenanceOf(read);
          provenanceViewSchema.optional().parse(provenance);
        }),
      );
    },
  );

  it('there is a view also of what is no JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async garbage => {
        await trustOf(() => garbage);
      }),
    );
  });

  it('nothing is signed by a key that did not sign exactly this, for this image', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(400), fc.nat(254), async (at, by) => {
        // Another byte somewhere in the payloads, which are all that a signature holds.
        const { found } = await trustOf(text => {
          const payload = text.startsWith('{"critical"') ? text : undefined;
          if (payload === undefined) return text;
          const bytes = Buffer.from(payload);
          const place = at % bytes.length;
          bytes.writeUInt8((bytes.readUInt8(place) + by + 1) % 256, place);
          return bytes.toString('latin1');
        });
        const [signature] = found.filter(({ type }) => type === 'signature');
        expect(signature?.state.kind).toBe('invalid');
      }),
    );
  });
});

describe('whatever a cluster says', () => {
  it('a policy is read, or is none, whatever stands anywhere in it', () => {
    fc.assert(
      fc.property(mangled(POLICY), ({ value }) => {
        try {
          const view = policyView(readImagePolicy(value), 'run', reference);
          policyViewSchema.optional().parse(view);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
    );
  });
});
