import { createHash } from 'node:crypto';
import { forgedCopy } from './forgedCopy.ts';
import { imageDigest } from './imageDigest.ts';
import { readRecordedImages } from './readRecordedImages.ts';
import { RegistryContent } from './RegistryContent.ts';
import { startRegistry } from './startRegistry.ts';
import { storeImage } from './storeImage.ts';
import { unsignedCopy } from './unsignedCopy.ts';

const { images } = readRecordedImages();
const [signed] = images;
if (!signed) throw new Error('No recorded image');
const name = signed.repository.slice(signed.repository.indexOf('/') + 1);
const digest = imageDigest(signed);
const sha256 = (body: Buffer) =>
  `sha256:${createHash('sha256').update(body).digest('hex')}`;

describe('the registry', () => {
  const content = new RegistryContent();
  let registry: Awaited<ReturnType<typeof startRegistry>>;
  beforeAll(async () => {
    storeImage(content, signed);
    registry = await startRegistry({ content, port: 0 });
  });
  afterAll(() => registry.close());

  const get = (path: string, init?: RequestInit) =>
    fetch(new URL(`/v2/${path}`, registry.url), init);

  it('gives manifests by tag and digest, of their own type and digest', async () => {
    for (const reference of [
      digest,
      'latest',
      `${digest.replace(':', '-')}.sig`,
    ]) {
      const answer = await get(`${name}/manifests/${reference}`);
      expect(answer.status).toBe(200);
      const body = Buffer.from(await answer.arrayBuffer());
      expect(answer.headers.get('docker-content-digest')).toBe(sha256(body));
      expect(answer.headers.get('content-type')).toMatch(/manifest/);
    }
  });

  it('gives blobs whose digest is that of their bytes', async () => {
    for (const blob of Object.keys(signed.blobs)) {
      const answer = await get(`${name}/blobs/${blob}`);
      expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(blob);
    }
  });

  it('lists tags, and referrers where it keeps them', async () => {
    const tags = await (await get(`${name}/tags/list`)).json();
    expect(tags).toMatchObject({ tags: expect.arrayContaining(['latest']) });
    expect((await get(`${name}/referrers/${digest}`)).status).toBe(404);
    content.refer(name, digest, { digest, size: 1, mediaType: 'x' });
    expect(
      await (await get(`${name}/referrers/${digest}`)).json(),
    ).toMatchObject({ manifests: [{ digest }] });
  });

  it.each([
    `${name}/manifests/none`,
    `${name}/blobs/sha256:none`,
    'other/tags/list',
    'nonsense',
  ])('has no %s', async path => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ errors: [{}] });
  });

  it('is read only', async () => {
    const answer = await get(`${name}/manifests/latest`, { method: 'PUT' });
    expect(answer.status).toBe(405);
  });
});

describe('copies', () => {
  it('that are forged are other images with the signature of the first', () => {
    const forged = forgedCopy(signed, 'registry.example/other/app');
    const other = imageDigest(forged);
    expect(other).not.toBe(digest);
    const content = new RegistryContent();
    storeImage(content, forged);
    expect(content.manifest('other/app', 'latest')?.digest).toBe(other);
    const tag = `${other.replace(':', '-')}.sig`;
    expect(content.manifest('other/app', tag)?.digest).toBe(
      signed.tags[`${digest.replace(':', '-')}.sig`]?.digest,
    );
  });

  it('that are unsigned have no other tags than the image itself', () => {
    const copy = unsignedCopy(signed, 'registry.example/other/app');
    expect(imageDigest(copy)).toBe(digest);
    expect(Object.keys(copy.tags).filter(tag => /^sha256-/.test(tag))).toEqual(
      [],
    );
  });
});
