import { whySentence } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { explainReasons } from './explainReasons';
import { clusterAtEnd } from './testing/recording';

const run1 = clusterAtEnd('run1').around();

describe('explainReasons', () => {
  it.each([
    ['storefront', 'payments', 1, 'New source revision 433a68c'],
    [
      'storefront',
      'payments',
      2,
      'Rebuild asked for by hand at 2026-11-22 21:22:02 UTC',
    ],
    [
      'storefront',
      'payments',
      3,
      'Run image updated, rebased without a rebuild',
    ],
    [
      'storefront',
      'payments',
      4,
      'Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
    ],
    [
      'storefront',
      'payments',
      5,
      'The CNB lifecycle moved from 0.20.19 to 0.21.17',
    ],
    ['storefront', 'orders', 0, 'First build'],
    [
      'storefront',
      'orders',
      1,
      'Configuration changed: env BP_GO_TARGETS, env BP_LOG_LEVEL',
    ],
    ['dev', 'orders', 1, 'New source revision 30f615c'],
    ['dev', 'billing', 2, 'Configuration changed: services npm-token'],
  ])(
    'of recorded %s/%s, build at %i: %s',
    (namespace, image, index, sentence) => {
      const builds = run1
        .builds(namespace, image)
        .slice()
        .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
      // payments' first build is gone from the history, the others have theirs.
      const wanted = builds.find(each => each.number === index + 1);
      expect(
        wanted && whySentence(explainReasons(wanted, undefined, 'redacted')),
      ).toBe(sentence);
    },
  );
});
