import fc from 'fast-check';
import { parseImage } from './parseImage';

const DIGEST = `sha256:${'0a'.repeat(32)}`;

describe('parseImage', () => {
  it.each([
    ['ghcr.io/acme/app', 'ghcr.io', 'acme/app'],
    ['ghcr.io/acme/app:v1', 'ghcr.io', 'acme/app'],
    ['registry:5000/app', 'registry:5000', 'app'],
    ['localhost/app', 'localhost', 'app'],
    ['GHCR.io/app', 'ghcr.io', 'app'],
    ['nginx', 'docker.io', 'library/nginx'],
    ['index.docker.io/nginx', 'docker.io', 'library/nginx'],
    ['acme/app', 'docker.io', 'acme/app'],
    ['r.io/a/b__c/d-e.f', 'r.io', 'a/b__c/d-e.f'],
  ])('reads %s', (named, host, name) => {
    expect(parseImage(`${named}@${DIGEST}`)).toEqual({
      repository: { host, name },
      digest: DIGEST,
    });
  });

  it.each([
    'ghcr.io/acme/app:v1',
    'ghcr.io/acme/app@sha256:short',
    `ghcr.io/acme/app@sha512:${'0a'.repeat(64)}`,
    `ghcr.io/../etc@${DIGEST}`,
    `ghcr.io/a/./b@${DIGEST}`,
    `ghcr.io//a@${DIGEST}`,
    `ghcr.io/a%2f..@${DIGEST}`,
    `ghcr.io/a?b=c@${DIGEST}`,
    `user:pass@ghcr.io/a@${DIGEST}`,
    `ghcr.io#x/a@${DIGEST}`,
    `ghcr.io/Upper@${DIGEST}`,
    `ghcr.io:port/a@${DIGEST}`,
    `[::1]/a@${DIGEST}`,
    `ghcr.io/${'a'.repeat(300)}@${DIGEST}`,
    `@${DIGEST}`,
    '',
  ])('takes no %s', image => {
    expect(parseImage(image)).toBeUndefined();
  });

  it('gives only what is a path of its own host, whatever comes', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[a-z0-9./:@_%?#\\-]{0,40}$/),
    );
    fc.assert(
      fc.property(text, named => {
        const parsed = parseImage(`${named}@${DIGEST}`);
        if (!parsed) return;
        const { host, name } = parsed.repository;
        const url = new URL(`/v2/${name}/manifests/x`, `https://${host}`);
        expect(url.pathname).toBe(`/v2/${name}/manifests/x`);
        expect(url.host).toBe(host.replace(/:443$/, ''));
      }),
    );
  });
});
