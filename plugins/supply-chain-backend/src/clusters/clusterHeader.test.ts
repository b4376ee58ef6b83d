import fc from 'fast-check';
import { clusterHeader } from './clusterHeader';
import { InvalidRequest } from './errors/InvalidRequest';

describe('clusterHeader', () => {
  it.each([
    'build',
    'Build Cluster 1',
    'arn:aws:eks:eu-1:1:cluster/x',
    'münchen',
    '..',
    'a%2fb',
  ])('carries %j as it is', name => expect(clusterHeader(name)).toBe(name));

  it.each([
    '',
    ' a',
    'a ',
    'a\r\nX-Evil: 1',
    'a\0',
    'a\tb',
    'a\x7f',
    '日本',
    '\u00a0a',
    'a'.repeat(513),
  ])('refuses %j', name =>
    expect(() => clusterHeader(name)).toThrow(InvalidRequest),
  );

  it('passes only what a request really carries unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        let value: string;
        try {
          value = clusterHeader(name);
        } catch {
          return;
        }
        expect(new Headers({ 'x-name': value }).get('x-name')).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});
