import fc from 'fast-check';
import { readRecordedImages } from 'demo-cluster';
import { trustViewSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { createPublicKey } from 'node:crypto';
import { digestOf, isDigest } from '../registry/Digest';
import type { ImageRegistry } from '../registry/ImageRegistry';
import { policyView } from '../model/policies/policyView';
import { readImagePolicy } from '../model/policies/readImagePolicy';
import { ImageTrust } from './ImageTrust';

const { images, publicKey } = readRecordedImages();
const [image] = images;
if (!image) throw new Error('No image is recorded');
const digest = image.tags.latest?.digest ?? '';
const reference = `${image.repository}@${digest}`;
const { signal } = new AbortController();

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

/** A JSON value with one of its fields, however deep, replaced. */
function withOther(json: unknown, at: number, value: unknown): unknown {
  let left = at;
  const walk = (here: unknown): unknown => {
    if (left === 0) {
      left -= 1;
      return value;
    }
    left -= 1;
    if (Array.isArray(here)) return here.map(walk);
    if (typeof here !== 'object' || here === null) return here;
    return Object.fromEntries(
      Object.entries(here).map(([name, each]) => [name, walk(each)]),
    );
  };
  return walk(json);
}

describe('whatever a registry says', () => {
  it('there is a view', async () => {
    const other = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    await fc.assert(
      fc.asyncProperty(fc.nat(40), other, async (at, value) => {
        await trustOf(
          text => JSON.stringify(withOther(JSON.parse(text), at, value)) ?? '',
        );
      }),
      { numRuns: 300 },
    );
  });

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
  it('a policy is read or is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), spec => {
        const policy = readImagePolicy({ metadata: { name: 'any' }, spec });
        expect(() => policyView(policy, 'run', reference)).not.toThrow();
      }),
    );
  });
});
