import fc from 'fast-check';
import { clusterTokenHeader } from './clusterTokenHeader';

describe('clusterTokenHeader', () => {
  it.each([
    ['google', 'supply-chain-authorization-google'],
    ['aks', 'supply-chain-authorization-aks'],
    ['oidc.okta', 'supply-chain-authorization-oidc-2eokta'],
    ['oidc.My-IdP', 'supply-chain-authorization-oidc-2e-4dy-2d-49d-50'],
  ])('of %s is %s', (provider, header) => {
    expect(clusterTokenHeader(provider)).toBe(header);
  });

  it('is another one for every provider, and one that every proxy lets pass', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (a, b) => {
          expect(clusterTokenHeader(a)).toMatch(/^[a-z0-9-]+$/);
          expect(clusterTokenHeader(a) === clusterTokenHeader(b)).toBe(a === b);
        },
      ),
    );
  });
});
