import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const RECORDINGS = join(
  __dirname,
  '../../../../packages/demo-cluster/recordings',
);

/**
 * Every log of the demo cluster's recordings: real builds. Read from the file, as anybody who has only the file would;
 * its format is "<bytes> <name>\n" and the bytes, again and again. The time before each line is taken off.
 */
export function recordedLogs(run: 'run1' | 'run2'): [string, string][] {
  const archive = brotliDecompressSync(
    readFileSync(join(RECORDINGS, run, 'logs.br')),
  );
  const logs: [string, string][] = [];
  let at = 0;
  while (at < archive.length) {
    const start = archive.indexOf(0x0a, at) + 1;
    const [size = '', name = ''] = archive
      .subarray(at, start - 1)
      .toString()
      .split(' ');
    at = start + Number(size);
    const text = archive.subarray(start, at).toString();
    logs.push([name, text.replace(/^\S+Z /gm, '')]);
  }
  return logs;
}
