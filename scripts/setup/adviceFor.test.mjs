import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adviceFor } from './adviceFor.mjs';

describe('adviceFor', () => {
  const table = [
    ['npm error code ENOSPC\nnpm error nospc write', /disk is full/],
    [
      '➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND registry.example',
      /registry could not be reached/,
    ],
    ['npm error errno ETIMEDOUT', /registry could not be reached/],
    ['Error: unable to get local issuer certificate', /NODE_EXTRA_CA_CERTS/],
    [
      '➤ YN0028: │ The lockfile would have been modified by this install',
      /yarn\.lock does not fit/,
    ],
    [
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      /memory/,
    ],
    ['something nobody has seen before', /Run the command again/],
    ['', /Run the command again/],
  ];
  for (const [log, advice] of table) {
    it(log.slice(0, 60) || 'nothing written', () =>
      assert.match(adviceFor(log), advice),
    );
  }
});
