const { packageLint } = require('../../scripts/lint/packageLint.cjs');

// The API side, and the live world behind it; only what starts both knows both.
const api = ['state', 'records.ts', 'faults', 'table', 'tls', 'http'];
const recorded = ['state', 'json', 'instants', 'recording'];
const world = [...recorded, 'play', 'controllers', 'registry'];

// A cluster knows nothing of those who ask it: they meet over HTTP alone.
module.exports = packageLint(__dirname, {
  mayImport: [],
  layers: {
    state: [],
    instants: [],
    tls: [],
    json: ['state'],
    rbac: ['state'],
    catalog: ['state'],
    faults: ['records.ts'],
    patch: ['records.ts'],
    table: ['state', 'records.ts'],
    http: ['state', 'records.ts', 'faults', 'table', 'tls'],
    selectors: api,
    serve: [...api, 'patch', 'rbac', 'selectors'],
    recording: ['state', 'instants'],
    play: recorded,
    controllers: [...recorded, 'play'],
    registry: [...recorded, 'http'],
    world,
    cli: ['json', 'world'],
    control: ['cli', 'faults', 'http', 'json', 'startApiServer.ts', 'world'],
  },
  overrides: [
    {
      // One suite for the demo cluster and for real ones: its parts are called by a test file, not run as one.
      files: ['src/contract/**'],
      rules: {
        'jest/no-export': 'off',
        'jest/valid-title': 'off',
      },
    },
  ],
});
