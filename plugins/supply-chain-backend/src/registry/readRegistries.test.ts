import { mockServices } from '@backstage/backend-test-utils';
import { readRegistries } from './readRegistries';

const read = (...registries: Record<string, string | string[]>[]) =>
  readRegistries(
    mockServices.rootConfig({ data: { supplyChain: { registries } } }),
  );

describe('readRegistries', () => {
  it('allows none unless told', () => {
    expect(readRegistries(mockServices.rootConfig({ data: {} })).size).toBe(0);
  });

  it('reads each at its own host over TLS, unless told otherwise', () => {
    const all = read(
      { host: 'GHCR.io', alsoHosts: ['pkg-containers.githubusercontent.com'] },
      { host: 'registry:5000', url: 'http://127.0.0.1:5000' },
      { host: 'docker.io', username: 'u', password: 'p' },
    );
    expect(all.get('ghcr.io')).toEqual({
      host: 'ghcr.io',
      origin: new URL('https://ghcr.io'),
      alsoHosts: new Set(['pkg-containers.githubusercontent.com']),
    });
    expect(all.get('registry:5000')?.origin.href).toBe(
      'http://127.0.0.1:5000/',
    );
    expect(all.get('docker.io')).toMatchObject({
      origin: new URL('https://registry-1.docker.io'),
      credentials: { username: 'u', password: 'p' },
    });
  });

  it.each([
    [{ host: 'https://ghcr.io' }, 'is no host'],
    [{ host: 'ghcr.io/team' }, 'is no host'],
    [{ host: 'ghcr.io', alsoHosts: ['*'] }, 'is no host'],
    [{ host: 'ghcr.io', username: 'u' }, 'both username and password'],
    [{ host: 'ghcr.io', url: 'ghcr.io' }, 'has to be http(s)'],
    [{ host: 'ghcr.io', url: 'file:///etc' }, 'has to be http(s)'],
    [{ host: 'ghcr.io', url: 'https://u:p@ghcr.io' }, 'has to be http(s)'],
    [{ host: 'ghcr.io', url: 'https://ghcr.io/v2' }, 'has to be http(s)'],
  ])('refuses %j at the start', (registry, says) => {
    expect(() => read(registry)).toThrow(says);
  });
});
