const { packageLint } = require('../../scripts/lint/packageLint.cjs');

// A cluster knows nothing of those who ask it: they meet over HTTP alone.
module.exports = packageLint(__dirname, {
  mayImport: [],
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
