import { createReadStream, statSync, unwatchFile, watchFile } from 'node:fs';

/** Milliseconds between two looks at the logs. */
const LOOK_EVERY_MS = 500;

/**
 * Writes on what is appended to files.
 * @param {readonly string[]} files
 * @param {NodeJS.WritableStream} out
 * @returns {() => void} ends it
 */
export function showLogs(files, out) {
  for (const file of files) {
    let shown = 0;
    const show = () => {
      const { size } = statSync(file);
      if (size <= shown) return;
      createReadStream(file, { start: shown, end: size - 1 }).pipe(out, {
        end: false,
      });
      shown = size;
    };
    show();
    watchFile(file, { interval: LOOK_EVERY_MS }, show);
  }
  return () => files.forEach(file => unwatchFile(file));
}
