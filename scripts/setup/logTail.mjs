import { existsSync, readFileSync } from 'node:fs';

/** Lines of a log that people are shown: enough for a stack trace, little enough to read. */
const TAIL_LINES = 25;

/** The last lines of a log file, without colours and empty lines. */
export function logTail(file, lines = TAIL_LINES) {
  if (!existsSync(file)) return '';
  return (
    readFileSync(file, 'utf8')
      // eslint-disable-next-line no-control-regex -- ESC starts every colour code
      .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
      .split(/\r?\n|\r/)
      .filter(line => line.trim() !== '')
      .slice(-lines)
      .join('\n')
  );
}
