/**
 * Packs a recording into this package: node scripts/importRecording.ts DIRECTORY NAME
 * The same input gives the same files; run it again at will.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ARCHIVES } from '../src/recording/archives.ts';
import { DirectoryFiles } from '../src/recording/DirectoryFiles.ts';
import { packArchive } from '../src/recording/packArchive.ts';
import { readRecording } from '../src/recording/readRecording.ts';

const [, script, source, name] = process.argv;
if (!script || !source || !name || !/^[a-z0-9-]+$/.test(name)) {
  process.stderr.write(
    'Usage: node scripts/importRecording.ts DIRECTORY NAME   (NAME: a-z, 0-9 and -)\n',
  );
  process.exit(2);
}
const target = join(dirname(resolve(script)), '..', 'recordings', name);
const { end, logs, unreadable } = readRecording(source);
const files = new DirectoryFiles(source);
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
let packed = 0;
for (const [archive, belongs] of Object.entries(ARCHIVES)) {
  const content = packArchive(
    new Map(
      files
        .paths()
        .filter(belongs)
        .map(path => [path, files.read(path)]),
    ),
  );
  const bytes = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      // 16 MB: consecutive states of an object lie further apart than the default window.
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  writeFileSync(join(target, `${archive}.br`), bytes);
  packed += bytes.length;
}
const objects = end.reduce((sum, kind) => sum + kind.objects.length, 0);
process.stdout.write(
  `${target}: ${end.length} kinds, ${objects} objects, ${logs.length} logs, ${packed} bytes; ${unreadable.size} files with unreadable parts\n`,
);
