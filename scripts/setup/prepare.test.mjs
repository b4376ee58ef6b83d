import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { isUsableNode } from './isUsableNode.mjs';
import { prepare } from './prepare.mjs';

/** A Yarn that makes as much of node_modules as the set-up looks at. A file `broken` in the root makes it fail half-way. */
const YARN = `#!${process.execPath}
const fs = require('node:fs');
const [command] = process.argv.slice(2);
const put = (file, text) => {
  fs.mkdirSync(require('node:path').dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
};
if (command === '--version') console.log('4.13.0');
if (command === 'config') console.log('{"source":"<environment>"}');
if (command === 'install') {
  fs.appendFileSync('installs', fs.existsSync('node_modules/.yarn-state.yml') ? 'again ' : 'anew ');
  const names = ['better-sqlite3', 'left-pad', '@backstage/cli'];
  for (const name of names) put('node_modules/' + name + '/package.json', '{}');
  if (fs.existsSync('broken')) { console.error('ENOTFOUND'); process.exit(1); }
  put('node_modules/better-sqlite3/index.js', 'module.exports = class { close() {} }');
  put('node_modules/@backstage/cli/bin/backstage-cli',
    "const fs = require('fs'); fs.appendFileSync('../../builds', 'build ');" +
    "fs.mkdirSync('dist/static', { recursive: true }); fs.writeFileSync('dist/index.html', ''); fs.writeFileSync('dist/static/main.js', '1');");
  put('node_modules/.yarn-state.yml', names.map(name => '"' + name + '":\\n  locations:\\n    - "node_modules/' + name + '"\\n').join(''));
}
`;

describe(
  'prepare',
  {
    skip:
      !isUsableNode(process.version) &&
      'needs the Node that the set-up fetches',
  },
  () => {
    let root;
    const put = (file, text) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    };
    const read = file =>
      existsSync(join(root, file))
        ? readFileSync(join(root, file), 'utf8').trim()
        : '';
    const run = (more = {}) => {
      const said = [];
      return prepare({
        root,
        env: {
          ...process.env,
          PATH: `${join(root, 'bin')}${delimiter}${process.env.PATH}`,
          npm_execpath: '',
        },
        out: { write: text => said.push(text) },
        signal: new AbortController().signal,
        withApp: true,
        ...more,
      }).then(place => ({ ...place, said: said.join('') }));
    };

    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'prepare-'));
      put('bin/yarn', YARN);
      chmodSync(join(root, 'bin', 'yarn'), 0o755);
      put('bin/npm', '#!/bin/sh\nexit 1\n');
      chmodSync(join(root, 'bin', 'npm'), 0o755);
      put('package.json', '{}');
      put('yarn.lock', 'one');
      put('.yarnrc.yml', '');
      put('packages/app/package.json', '{}');
      put('packages/app/src/App.tsx', '1');
      put('plugins/supply-chain/package.json', '{}');
    });
    afterEach(() => rmSync(root, { recursive: true }));

    it('gets what is missing, and says which of how many steps', async () => {
      const { said, node, env } = await run();
      assert.match(said, /^\[1\/2\] Packages\n/);
      assert.match(said, /\[2\/2\] The app: done/);
      assert.equal(node, process.execPath);
      assert.ok(env.PATH.startsWith(dirname(process.execPath)));
    });

    it('leaves alone what is right, without a word', async () => {
      await run();
      assert.equal((await run()).said, '');
      assert.equal(read('installs'), 'anew');
      assert.equal(read('builds'), 'build');
    });

    it('does not build the app for those who do not need it', async () => {
      await run({ withApp: false });
      assert.equal(read('builds'), '');
    });

    const lost = [
      ['a package', 'node_modules/left-pad', 'anew anew', 'build'],
      ["Yarn's record", 'node_modules/.yarn-state.yml', 'anew anew', 'build'],
      ['all packages', 'node_modules', 'anew anew', 'build'],
      [
        'a file of the app',
        'packages/app/dist/static/main.js',
        'anew',
        'build build',
      ],
      ['the stamp', '.setup/stamp.json', 'anew again', 'build build'],
    ];
    for (const [what, path, installs, builds] of lost) {
      it(`mends the loss of ${what}`, async () => {
        await run();
        rmSync(join(root, path), { recursive: true });
        await run();
        assert.equal(read('installs'), installs);
        assert.equal(read('builds'), builds);
        assert.equal((await run()).said, '');
      });
    }

    it('installs again when yarn.lock changed, and builds again when a source changed', async () => {
      await run();
      put('yarn.lock', 'two');
      await run();
      assert.equal(read('installs'), 'anew again');
      put('packages/app/src/App.tsx', '2');
      await run();
      assert.equal(read('installs'), 'anew again');
      assert.equal(read('builds'), 'build build build');
    });

    it('begins anew after an install that broke off, and says what went wrong', async () => {
      put('broken', '');
      await assert.rejects(run(), error =>
        /registry could not be reached/.test(error.advice),
      );
      rmSync(join(root, 'broken'));
      await run();
      assert.equal(read('installs'), 'anew anew');
    });

    it('lets go of the lock also when it fails', async () => {
      put('broken', '');
      await assert.rejects(run());
      assert.equal(existsSync(join(root, '.setup', 'lock')), false);
    });
  },
);
