const KNOWN = [
  {
    seen: /ENOSPC|no space left on device/i,
    advice:
      'The disk is full. Free about 4 GB (packages, their cache, the built app), then run the command again.',
  },
  {
    seen: /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|RequestError|network timeout/,
    advice:
      'The package registry could not be reached. Check the network, and the registry and proxy that npm uses (npm config get registry, npm config get https-proxy), then run the command again: it goes on where it stopped.',
  },
  {
    seen: /CERT_|SELF_SIGNED|unable to (get|verify)/i,
    advice:
      'The certificate of the package registry is not trusted. Set NODE_EXTRA_CA_CERTS to the file with your certificate authority, then run the command again.',
  },
  {
    seen: /YN0028|lockfile would have been modified/i,
    advice:
      'yarn.lock does not fit the package.json files. Run `yarn install` with Yarn 4.13 and keep the yarn.lock it writes.',
  },
  {
    seen: /heap out of memory|ENOMEM|Killed/,
    advice:
      'The machine ran out of memory. About 4 GB must be free; close other programs, then run the command again.',
  },
];

/** What to do about a step that failed, judged by what it wrote. */
export function adviceFor(log) {
  return (
    KNOWN.find(({ seen }) => seen.test(log))?.advice ??
    'Run the command again: it goes on where it stopped. If it fails in the same way, delete .setup and node_modules and try once more.'
  );
}
