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

/** One hash over everything that decides what the built app is. */
export function appMadeFrom(root) {
  return hashFiles(root, SOURCES, path => !NOT_IN_THE_APP.test(path));
}
