import { basename } from 'node:path';

/** How to call the npm that the person uses: the one that runs us, else the one on PATH. */
export function npmCommand(env) {
  const running = env.npm_execpath;
  return running && /^npm(-cli)?\.[cm]?js$/.test(basename(running))
    ? { command: process.execPath, args: [running] }
    : { command: 'npm', args: [] };
}
