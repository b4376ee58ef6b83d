import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ARCHIVES } from './archives.ts';
import { unpackArchive } from './unpackArchive.ts';
import type { RecordingFiles } from './RecordingFiles.ts';

/** A recording as `importRecording` packs it: few brotli archives, each opened when first asked for. */
export class PackedFiles implements RecordingFiles {
  readonly #directory: string;
  readonly #archives = new Map<string, Map<string, Buffer>>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Whether a directory holds the packed form. */
  static in(directory: string): boolean {
    return Object.keys(ARCHIVES).some(name =>
      existsSync(join(directory, `${name}.br`)),
    );
  }

  paths(): readonly string[] {
    return Object.keys(ARCHIVES)
      .flatMap(name => [...this.#archive(name).keys()])
      .sort();
  }

  read(path: string): Buffer {
    const name = Object.entries(ARCHIVES).find(([, belongs]) =>
      belongs(path),
    )?.[0];
    const bytes = name ? this.#archive(name).get(path) : undefined;
    if (!bytes) throw new Error(`The recording has no file ${path}`);
    return bytes;
  }

  #archive(name: string): Map<string, Buffer> {
    let files = this.#archives.get(name);
    if (!files) {
      const file = join(this.#directory, `${name}.br`);
      files = existsSync(file)
        ? unpackArchive(brotliDecompressSync(readFileSync(file)))
        : new Map<string, Buffer>();
      this.#archives.set(name, files);
    }
    return files;
  }
}
