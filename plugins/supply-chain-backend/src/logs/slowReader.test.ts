import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(180_000);

const MIB = 1024 * 1024;

/**
 * What lies around until it is collected is as much as V8 is given room for. So little is given here that what is held shows:
 * the process would die of more.
 */
const LITTLE_ROOM = ['--max-semi-space-size=2', '--max-old-space-size=64'];

describe('a reader of 10 KB/s of a log of a gigabyte', () => {
  it('costs no more than 64 MiB, makes the cluster wait first, and is told what was left out', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...LITTLE_ROOM,
      ...[
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      join(__dirname, 'testing', 'slowReader.ts'),
    ]);
    const { extra, read, taken, gaps, pausedAt } = JSON.parse(stdout);
    expect(read).toBeGreaterThanOrEqual(1024 * MIB);
    expect(extra).toBeLessThanOrEqual(64 * MIB);
    expect(pausedAt).toBeLessThan(32 * MIB);
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    expect(taken).toBeLessThan(16 * MIB);
  });
});
