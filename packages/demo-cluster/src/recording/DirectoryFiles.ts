import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { RecordingFiles } from './RecordingFiles.ts';

/** A recording as it was made: a directory of (gzipped) files. */
export class DirectoryFiles implements RecordingFiles {
  readonly #files = new Map<string, string>();

  constructor(directory: string) {
    for (const file of readdirSync(directory, {
      recursive: true,
      withFileTypes: true,
    })) {
      if (!file.isFile()) continue;
      const whole = join(file.parentPath, file.name);
      const path = relative(directory, whole).split(sep).join('/');
      this.#files.set(path.replace(/\.gz$/, ''), whole);
    }
  }

  paths(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  read(path: string): Buffer {
    const file = this.#files.get(path);
    if (!file) throw new Error(`The recording has no file ${path}`);
    const bytes = readFileSync(file);
    return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  }
}
