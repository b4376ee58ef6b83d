import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureBundles } from './measureBundles.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Bytes after gzip that a person may have to wait for, by what asks for them. */
const budgets = [
  ['a log viewer on the page of another plugin', './LogViewer', 25_000],
  ['the logs of a build, on its page', './SourceLogView', 25_000],
  ['the card of an entity', './entity/EntitySupplyChainCard', 15_000],
  ['a page with its graph', './pages/SupplyChainRouter', 85_000],
];

describe('what a browser has to load', () => {
  let sizes = new Map();
  before(async () => {
    sizes = await measureBundles({ root });
  });

  for (const [name, request, budget] of budgets)
    it(`${name}: at most ${budget / 1000} KB`, () => {
      const size = sizes.get(request);
      const known = [...sizes.keys()].join(', ');
      assert.ok(size > 1_000, `Nothing imports ${request}, but ${known}`);
      assert.ok(size <= budget, `${request} is ${size} bytes of ${budget}`);
    });
});
