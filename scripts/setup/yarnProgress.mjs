const PHASES = [
  ['Resolution step', 'resolving'],
  ['Post-resolution validation', 'checking'],
  ['Fetch step', 'downloading'],
  ['Link step', 'copying into node_modules'],
];

/** What a `yarn install` is at, from what it wrote so far: its phase, and which of how many. */
export function yarnProgress(log) {
  const at = PHASES.findLastIndex(([title]) => log.includes(`┌ ${title}`));
  return at < 0
    ? 'starting Yarn'
    : `${PHASES[at][1]}, part ${at + 1} of ${PHASES.length}`;
}
