import { policyView } from './policyView';
import { readImagePolicy } from './readImagePolicy';

const metadata = { name: 'ours' };

describe('readImagePolicy', () => {
  it('reads what a policy asks', () => {
    const policy = readImagePolicy({
      metadata,
      spec: {
        images: [{ glob: 'ghcr.io/acme/**' }, {}, { glob: 'other/**' }],
        mode: 'warn',
        match: [
          { version: 'v1', resource: 'pods' },
          {
            group: 'apps',
            version: 'v1',
            resource: 'deployments',
            selector: { matchLabels: { tier: 'web' } },
          },
        ],
        policy: { type: 'cue', data: '…' },
        authorities: [
          { name: 'release', key: { secretRef: { name: 'release' } } },
          { key: { data: '-----BEGIN PUBLIC KEY-----' } },
          { key: { kms: 'gcpkms://projects/p' } },
          {
            keyless: {
              url: 'https://fulcio.sigstore.dev',
              identities: [{ issuer: 'https://issuer', subjectRegExp: '.*' }],
            },
            attestations: [
              {
                name: 'built',
                predicateType: 'slsaprovenance1',
                policy: { type: 'cue', data: '' },
              },
              { name: 'any', predicateType: 'vuln' },
            ],
          },
          { static: { action: 'fail', message: 'not here' } },
          {},
        ],
      },
      status: {
        conditions: [{ type: 'Ready', status: 'False', message: 'no secret' }],
      },
    });
    expect(policy).toEqual({
      name: 'ours',
      mode: 'warn',
      globs: ['ghcr.io/acme/**', 'other/**'],
      only: ['pods', 'deployments.apps (tier=web)'],
      hasPolicy: true,
      notReady: 'no secret',
      authorities: [
        {
          name: 'release',
          asks: { kind: 'key', key: 'secret cosign-system/release' },
          attestations: [],
        },
        {
          name: 'authority-1',
          asks: { kind: 'key', key: 'inline' },
          attestations: [],
        },
        {
          name: 'authority-2',
          asks: { kind: 'key', key: 'gcpkms://projects/p' },
          attestations: [],
        },
        {
          name: 'authority-3',
          asks: {
            kind: 'keyless',
            identities: [{ issuer: 'https://issuer', subjectRegExp: '.*' }],
          },
          attestations: [
            { predicateType: 'slsaprovenance1', hasPolicy: true },
            { predicateType: 'vuln', hasPolicy: false },
          ],
        },
        {
          name: 'authority-4',
          asks: { kind: 'static', action: 'fail', message: 'not here' },
          attestations: [],
        },
        { name: 'authority-5', asks: { kind: 'unknown' }, attestations: [] },
      ],
    });
  });

  it('takes a policy that says nothing for one that enforces nothing on nothing', () => {
    const policy = readImagePolicy({ metadata, spec: 7 });
    expect(policy).toEqual({
      ...{ name: 'ours', mode: 'enforce', globs: [], authorities: [] },
      ...{ only: [], hasPolicy: false },
    });
    expect(policyView(policy, 'run', 'ghcr.io/acme/app')).toBeUndefined();
  });
});

describe('policyView', () => {
  it('tells which of the patterns are about the image', () => {
    const policy = readImagePolicy({
      metadata,
      spec: {
        images: ['ghcr.io/**', 'quay.io/**', '**'].map(glob => ({ glob })),
      },
    });
    const view = policyView(policy, 'run', 'ghcr.io/acme/app');
    expect(view?.globs).toEqual(['ghcr.io/**', '**']);
    expect(view?.cluster).toBe('run');
  });
});
