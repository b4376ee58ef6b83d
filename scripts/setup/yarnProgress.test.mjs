import assert from 'node:assert/strict';
import { it } from 'node:test';
import { yarnProgress } from './yarnProgress.mjs';

it('says which of its parts a `yarn install` is at', () => {
  const log = [
    ['➤ YN0000: · Yarn 4.13.0', 'starting Yarn'],
    ['➤ YN0000: ┌ Resolution step', 'resolving, part 1 of 4'],
    ['➤ YN0000: └ Completed in 1s 56ms', 'resolving, part 1 of 4'],
    ['➤ YN0000: ┌ Post-resolution validation', 'checking, part 2 of 4'],
    ['➤ YN0000: ┌ Fetch step', 'downloading, part 3 of 4'],
    ['➤ YN0000: ┌ Link step', 'copying into node_modules, part 4 of 4'],
  ];
  let written = '';
  for (const [line, says] of log) {
    written += `${line}\n`;
    assert.equal(yarnProgress(written), says);
  }
});
