const { packageLint } = require('../../scripts/lint/packageLint.cjs');

module.exports = packageLint(__dirname, { mayImport: ['frontend'] });
