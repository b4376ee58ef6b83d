import { SetupError } from './SetupError.mjs';

/** What npm's packages of Node call systems and processors. (`node@24` itself has an install script, which newer npm refuses.) */
const NODE_PACKAGE = { linux: 'linux', darwin: 'darwin' };
const NODE_CPU = { x64: 'x64', arm64: 'arm64' };
const NODE_RANGE = '24';

/** npm's name of the package with Node for this machine. */
export function nodePackageName({ platform, arch, report } = process) {
  const os = NODE_PACKAGE[platform];
  const cpu = NODE_CPU[arch];
  // The packages are built against glibc; a Node on musl (Alpine) reports none.
  const musl =
    platform === 'linux' &&
    report?.getReport().header.glibcVersionRuntime === undefined;
  if (!os || !cpu || musl) {
    throw new SetupError(
      `npm has no Node ${NODE_RANGE} for ${platform}${
        musl ? ' (musl)' : ''
      } on ${arch}.`,
      platform === 'win32'
        ? 'Run this in WSL (Windows Subsystem for Linux): Windows itself is not supported.'
        : `Install Node ${NODE_RANGE} in another way and run the command with it.`,
    );
  }
  return `node-${os}-${cpu}`;
}
