/** Node 22 reads TypeScript without a flag from this minor on, which the demo cluster is run with. */
const FIRST_22_MINOR = 18;

/** Whether a Node version is one that Backstage 1.55 supports (22 or 24) and that runs TypeScript files. */
export function isUsableNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major === 24 || (major === 22 && minor >= FIRST_22_MINOR);
}
