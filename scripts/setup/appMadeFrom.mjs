import { hashFiles } from './hashFiles.mjs';

/** What the built app is made of. */
const SOURCES = [
  'packages/app',
  'plugins/supply-chain',
  'plugins/supply-chain-common',
  'app-config.yaml',
  'tsconfig.json',
  'yarn.lock',
];
const NOT_IN_THE_APP =
  /\.test\.[jt]sx?$|__fixtures__|e2e-tests|\/dev\/|\.md$|setupTests|\.eslintrc/;

/** What the app was made from and what came out, as one line: another source, or a file of the result lost, and it has to be built again. */
export function appMadeFrom(root) {
  const from = hashFiles(root, SOURCES, path => !NOT_IN_THE_APP.test(path));
  const built = hashFiles(root, ['packages/app/dist']);
  return `${from} ${built}`;
}
