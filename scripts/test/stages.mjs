import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backstageCli } from '../setup/backstageCli.mjs';
import { countJest } from './countJest.mjs';
import { countPlaywright } from './countPlaywright.mjs';
import { countTap } from './countTap.mjs';

/**
 * What `npm test` runs, in order; the cheap and telling ones first.
 * `count` reads what a runner reported; a stage without it is one check that passes or fails.
 * @typedef {{ name: string, title: string, args: string[], env?: NodeJS.ProcessEnv, browser?: boolean, servers?: boolean, report?: string,
 *   count?: () => { passed: number, failed: number, skipped: number, failures: string[] } }} Stage
 * @param {{ root: string, results: string, logs: string }} place
 * @returns {readonly Stage[]}
 */
export function stages({ root, results, logs }) {
  const module = (...path) => join(root, 'node_modules', ...path);
  const jest = join(results, 'jest.json');
  const playwright = join(results, 'playwright.json');
  const tap = join(logs, 'test-scripts.log');
  const json = file => JSON.parse(readFileSync(file, 'utf8'));
  return [
    {
      name: 'types',
      title: 'Types',
      args: [module('typescript', 'bin', 'tsc'), '--pretty', 'false'],
    },
    {
      name: 'lint',
      title: 'Lint',
      args: [backstageCli(root), 'repo', 'lint', '--max-warnings=0'],
    },
    {
      name: 'format',
      title: 'Format',
      args: [module('prettier', 'bin-prettier.js'), '--check', '.'],
    },
    {
      name: 'scripts',
      title:
        'Tests of the set-up, of the lint rules, and of what a browser loads',
      args: ['--test', '--test-reporter=tap', 'scripts/**/*.test.mjs'],
      report: tap,
      count: () => countTap(readFileSync(tap, 'utf8')),
    },
    {
      name: 'unit',
      title: 'Unit, HTTP and contract tests',
      args: [
        ...[backstageCli(root), 'repo', 'test', '--watch=false'],
        // Jest's five seconds are soon over on a machine that does other things, too.
        '--testTimeout=90000',
        ...['--json', '--outputFile', jest],
      ],
      servers: true,
      report: jest,
      count: () => countJest(json(jest)),
    },
    {
      name: 'browser',
      title: 'Journeys in a real browser',
      args: [
        module('@playwright', 'test', 'cli.js'),
        ...['test', '--reporter=list,json'],
      ],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwright },
      browser: true,
      report: playwright,
      count: () => countPlaywright(json(playwright)),
    },
  ];
}
