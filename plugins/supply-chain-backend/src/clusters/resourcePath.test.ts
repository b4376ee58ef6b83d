import fc from 'fast-check';
import { InvalidRequest } from './errors/InvalidRequest';
import { logPath } from './logPath';
import { resourcePath } from './resourcePath';

const builds = { group: 'kpack.io', version: 'v1alpha2', plural: 'builds' };
const pods = { group: '', version: 'v1', plural: 'pods' };

describe('resourcePath', () => {
  it.each([
    [builds, {}, '/apis/kpack.io/v1alpha2/builds'],
    [
      builds,
      { namespace: 'dev' },
      '/apis/kpack.io/v1alpha2/namespaces/dev/builds',
    ],
    [
      builds,
      { namespace: 'dev', name: 'app-1.2' },
      '/apis/kpack.io/v1alpha2/namespaces/dev/builds/app-1.2',
    ],
    [pods, {}, '/api/v1/pods'],
    [
      pods,
      { namespace: 'dev', name: 'p', subresource: 'log' as const },
      '/api/v1/namespaces/dev/pods/p/log',
    ],
  ])('%j %j is %s', (resource, of, path) => {
    expect(resourcePath(resource, of)).toBe(path);
  });

  const HOSTILE = [
    '',
    '.',
    '..',
    '...',
    'a..b',
    '../x',
    'a/b',
    'a\\b',
    '%2e%2e',
    '%2E',
    '%252e',
    '%252f',
    '%2f',
    'a%00',
    'a\0',
    'a b',
    ' a',
    'a ',
    'a\n',
    'a\r\nX: y',
    'a?b',
    'a#b',
    'a;b',
    'A',
    'ä',
    'ａ',
    '․․',
    '‥',
    'a\u202eb',
    '-a',
    'a-',
    '.a',
    'a.',
    'a'.repeat(254),
    'a'.repeat(1_000_000),
    '__proto__',
    '@',
    '~',
    'a:b',
  ];

  it.each(HOSTILE)('refuses %j in every place, and sends nothing', value => {
    const at = { namespace: 'dev', name: 'x' };
    expect(() => resourcePath(builds, { ...at, namespace: value })).toThrow(
      InvalidRequest,
    );
    expect(() => resourcePath(builds, { ...at, name: value })).toThrow(
      InvalidRequest,
    );
    expect(() => resourcePath({ ...builds, plural: value }, at)).toThrow(
      InvalidRequest,
    );
    expect(() => resourcePath({ ...builds, version: value }, at)).toThrow(
      InvalidRequest,
    );
    const log = { cluster: 'c', namespace: 'dev', pod: 'p', container: 'c' };
    expect(() => logPath({ ...log, container: value })).toThrow(InvalidRequest);
    expect(() => logPath({ ...log, pod: value })).toThrow(InvalidRequest);
    expect(() => logPath({ ...log, sinceTime: value })).toThrow(InvalidRequest);
  });

  it('either refuses, or makes a path that no proxy can read as another', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE.filter(value => value.length < 300)),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'ab-.%2ef/\\\0'.split('')) }),
    );
    fc.assert(
      fc.property(piece, piece, (namespace, name) => {
        let path: string;
        try {
          path = resourcePath(builds, { namespace, name });
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidRequest);
          return;
        }
        const normal = new URL(`http://h${path}`).pathname;
        expect(normal).toBe(path);
        expect(decodeURIComponent(decodeURIComponent(normal))).toBe(path);
        expect(path.split('/')).toEqual([
          '',
          'apis',
          'kpack.io',
          'v1alpha2',
          'namespaces',
          namespace,
          'builds',
          name,
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it('names the part that is wrong, not what was in it', () => {
    expect(() => resourcePath(builds, { namespace: 'x<script>' })).toThrow(
      /^Not a valid namespace$/,
    );
  });
});

describe('logPath', () => {
  const log = { cluster: 'c', namespace: 'dev', pod: 'p', container: 'build' };

  it('asks for what is wanted and nothing else', () => {
    expect(logPath(log)).toBe(
      '/api/v1/namespaces/dev/pods/p/log?container=build',
    );
    expect(
      logPath({
        ...log,
        follow: true,
        previous: false,
        timestamps: true,
        sinceTime: '2026-11-22T21:28:49.123456789Z',
        tailLines: 10,
        limitBytes: 1000,
      }),
    ).toBe(
      '/api/v1/namespaces/dev/pods/p/log?container=build&follow=true&timestamps=true&sinceTime=2026-11-22T21%3A28%3A49.123456789Z&tailLines=10&limitBytes=1000',
    );
  });

  it.each([-1, 1.5, NaN, Infinity])('refuses a count of %d', count => {
    expect(() => logPath({ ...log, tailLines: count })).toThrow(InvalidRequest);
    expect(() => logPath({ ...log, limitBytes: count })).toThrow(
      InvalidRequest,
    );
  });
});
