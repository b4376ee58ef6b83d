import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PackedFiles } from './PackedFiles.ts';
import { packagedRecordings } from './packagedRecordings.ts';

/** The recordings of this package are found by name; anything with a slash in it is a path. */
export function recordingDirectory(recording: string): string {
  if (/[/\\]/.test(recording) || recording === '.') return resolve(recording);
  const packed = packagedRecordings();
  const directory = packed && join(packed, recording);
  if (directory && existsSync(directory)) return directory;
  if (existsSync(recording)) return resolve(recording);
  const known = packed
    ? readdirSync(packed)
        .filter(name => PackedFiles.in(join(packed, name)))
        .join(', ')
    : 'none found';
  throw new Error(
    `No recording ${recording}: give a directory, or one of: ${known}`,
  );
}
