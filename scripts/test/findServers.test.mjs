import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findServers } from './findServers.mjs';

describe('findServers', () => {
  let dir;
  let asked;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'servers-'));
    asked = [];
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const has = (...names) =>
    names.forEach(name => writeFileSync(join(dir, name), ''));
  const find = (install = () => undefined) =>
    findServers({
      env: { PATH: '/nowhere' },
      folders: [dir],
      at: () => {},
      install: async ({ packages }) => {
        asked = packages;
        return install();
      },
    });

  it('installs nothing when both are there', async () => {
    has('nginx', 'initdb');
    assert.equal(await find(), '');
    assert.deepEqual(asked, []);
  });

  it('installs what is missing', async () => {
    has('nginx');
    assert.equal(await find(() => has('initdb')), '');
    assert.deepEqual(asked, ['postgresql']);
  });

  it('says what is not tested, and why, when it cannot be had', async () => {
    const said = await find(() => 'this is not Debian');
    assert.match(said, /^NOT TESTED/);
    assert.match(said, /nginx-light.*postgresql.*this is not Debian/);
  });
});
