import fc from 'fast-check';
import { compileGlob } from './compileGlob';
import { globMatches } from './globMatches';
import { imageName } from './imageName';

const DIGEST = `sha256:${'5504f2a9'.repeat(8)}`;

describe('globMatches', () => {
  it.each([
    // What stands in a reference only in thought counts as if it stood there.
    ['foo', 'index.docker.io/library/foo:latest', true],
    ['foo', 'index.docker.io/library/foo:*', true],
    ['foo', 'index.docker.io/library/*', true],
    ['foo', 'index.docker.io/library/*:latest', true],
    ['foo', 'index.docker.io/*/*', true],
    ['foo', 'index.docker.io/**', true],
    ['foo', 'index.docker.**', true],
    ['foo', 'inde**', true],
    ['foo', '**', true],
    ['docker.io/foo', 'index.docker.io/library/foo:latest', true],
    ['team/app', 'index.docker.io/team/app:latest', true],
    ['team/app', 'index.docker.io/*/*', true],
    ['team/app', 'index.docker.io/library/*', false],
    // … and the reference as it was written counts too.
    ['foo', 'foo', true],
    ['foo', 'foo*', true],
    ['foo', 'foo**', true],
    ['team/app', 'team/app*', true],
    // One star stops at a slash, and at nothing else.
    ['ghcr.io/foo/bar', 'ghcr.io/*/*', true],
    ['ghcr.io/foo', 'ghcr.io/*/*', false],
    ['ghcr.io/foo', 'ghcr.io/*', true],
    ['ghcr.io/foo/bar', 'ghcr.io/*', false],
    ['ghcr.io/foo/bar', 'ghcr.io/**', true],
    ['ghcr.io/foo', '*/**', true],
    ['ghcr.io/foo', 'ghc**', true],
    // The whole reference has to match, and a dot is a dot.
    ['prefix-ghcr.io/foo', 'ghcr.io/foo', false],
    ['ghcr.io/foo-suffix', 'ghcr.io/foo', false],
    ['ghcrxio/foo', 'ghcr.io/**', false],
    ['ghcr.io/foo:v1', 'ghcr.io/foo:v*', true],
    ['ghcr.io/foo:v1', 'ghcr.io/foo', false],
    // A lone star is Docker Hub's.
    ['foo', '*', true],
    ['team/app', '*/*', true],
    ['ghcr.io/foo', '*', false],
    ['ghcr.io/foo', '*/*', false],
    // Digests.
    [`ghcr.io/foo@${DIGEST}`, `ghcr.io/foo@${DIGEST}`, true],
    [`ghcr.io/foo@${DIGEST}`, 'ghcr.io/foo@*', true],
    [`ghcr.io/foo@${DIGEST}`, 'ghcr.io/foo:*', false],
    [`ghcr.io/foo@${DIGEST}`, 'ghcr.io/**', true],
    [`ghcr.io/foo:v1@${DIGEST}`, `ghcr.io/foo@${DIGEST}`, true],
    [`ghcr.io/foo:v1@${DIGEST}`, 'ghcr.io/foo:v1@*', true],
    ['registry:5000/foo', 'registry:5000/foo:latest', true],
    // Neither patterns nor references.
    ['invalid&name', '**', false],
    ['foo', '.+', false],
    ['foo', '[a-z]*', false],
    ['foo', '', false],
    ['', '**', false],
  ])('%s by %s: %s', (image, glob, expected) => {
    expect(globMatches(glob, image)).toBe(expected);
  });
});

describe('imageName', () => {
  it.each([
    ['foo', 'index.docker.io/library/foo:latest'],
    ['foo:', 'index.docker.io/library/foo:latest'],
    ['docker.io/team/app:1', 'index.docker.io/team/app:1'],
    ['localhost/app', 'index.docker.io/localhost/app:latest'],
    ['localhost:5000/app', 'localhost:5000/app:latest'],
    [`ghcr.io/a/b:c@${DIGEST}`, `ghcr.io/a/b@${DIGEST}`],
    ['ghcr.io/Upper', undefined],
    ['ghcr.io/a@sha256:short', undefined],
    ['ghcr.io/a@b@c', undefined],
    [`${'a'.repeat(256)}`, undefined],
  ])('%s is %s', (reference, expected) => {
    expect(imageName(reference)).toBe(expected);
  });
});

describe('compileGlob', () => {
  it('says the same as the regular expression that Go makes of a pattern', () => {
    const piece = fc.constantFrom('a', '/', '.', ':', '*', '**', '***');
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', '/', '.', ':'), { maxLength: 10 }),
        (pattern, text) => {
          const glob = pattern.join('');
          fc.pre(glob !== '*' && glob !== '*/*');
          const source = glob
            .replaceAll('.', '\\.')
            .replaceAll('**', '#')
            .replaceAll('*', '[^/]*')
            .replaceAll('#', '.*');
          expect(compileGlob(glob)?.(text.join(''))).toBe(
            new RegExp(`^${source}$`).test(text.join('')),
          );
        },
      ),
    );
  });

  it('is not slowed down by many stars', () => {
    const hostile = compileGlob(`${'**a'.repeat(200)}b`);
    expect(hostile?.('a'.repeat(1000))).toBe(false);
  });
});
