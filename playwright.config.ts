import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/**
 * Journeys in a real browser against `npm run demo`'s own stack, on ports of its own.
 * `npm test` finds a browser and free ports; `yarn e2e` alone uses what is said here.
 */
const { CHROME_PATH, E2E_PORT = '17007' } = process.env;
const { E2E_PORT_BUILD = '17101', E2E_PORT_RUN = '17102' } = process.env;
const { E2E_PORT_CONTROL = '17100', E2E_PORT_REGISTRY = '17103' } = process.env;

const browser = [CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']
  .filter(path => path !== undefined)
  .find(path => existsSync(path));

// The tests push commits and break clusters through this.
process.env.DEMO_CONTROL_URL = `http://127.0.0.1:${E2E_PORT_CONTROL}`;

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: 'test-results',
  // One stack, whose clusters the journeys break and mend: one at a time.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${E2E_PORT}`,
    viewport: { width: 1400, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: [
      `"${process.execPath}" scripts/setup.mjs demo`,
      `--port ${E2E_PORT} --port-control ${E2E_PORT_CONTROL}`,
      `--port-build ${E2E_PORT_BUILD} --port-run ${E2E_PORT_RUN}`,
      `--port-registry ${E2E_PORT_REGISTRY}`,
      // Nothing happens that a journey did not ask for.
      '--no-autoplay',
    ].join(' '),
    wait: { stdout: /Supply Chain View is ready/ },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
});
