import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureBundles } from './measureBundles.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const card = './entity/EntitySupplyChainCard';
const graph = '../graph/GraphStrip';
const page = './pages/SupplyChainRouter';
const tab = './entity/EntitySupplyChainContent';

/** Bytes after gzip that a person may have to wait for, by what asks for them. */
const budgets = [
  ['a log viewer on the page of another plugin', ['./LogViewer'], 25_000],
  ['the logs of a build, on its page', ['./SourceLogView'], 25_000],
  ['the card of an entity', [card], 15_000],
  ['the tab of an entity, until its graph comes', [tab], 40_000],
  ['the tab of an entity with its graph', [tab, graph], 85_000],
  ['a page with its graph', [page, graph], 85_000],
];

describe('what a browser has to load', () => {
  let sizes = new Map();
  before(async () => {
    sizes = await measureBundles({ root });
  });

  for (const [name, requests, budget] of budgets)
    it(`${name}: at most ${budget / 1000} KB`, () => {
      const known = [...sizes.keys()].join(', ');
      let sum = 0;
      for (const request of requests) {
        const size = sizes.get(request);
        assert.ok(size > 1_000, `Nothing imports ${request}, but ${known}`);
        sum += size;
      }
      const which = requests.join(' and ');
      assert.ok(sum <= budget, `${which}: ${sum} bytes of ${budget}`);
    });
});
