const { packageLint } = require('../../scripts/lint/packageLint.cjs');

// From the cluster to the answer; each folder sees those before it.
const upToWatch = ['clock', 'clusters', 'watch'];
const upToPersonal = [...upToWatch, 'personal'];
const upToViews = [...upToPersonal, 'model', 'stages', 'service', 'logs'];

module.exports = packageLint(__dirname, {
  mayImport: ['common', 'node'],
  testsMayImport: ['demo-cluster'],
  onlyTypes: ['model'],
  layers: {
    clock: [],
    clusters: ['clock'],
    watch: ['clock', 'clusters'],
    personal: upToWatch,
    metrics: upToWatch,
    model: [],
    logs: [...upToPersonal, 'model', 'stages', 'service'],
    stages: [...upToWatch, 'model'],
    archive: [...upToPersonal, 'model', 'stages', 'service', 'logs'],
    trigger: [...upToPersonal, 'model', 'service'],
    compare: [...upToPersonal, 'model', 'service'],
    service: [...upToPersonal, 'model', 'stages'],
    registry: ['clock'],
    trust: [...upToViews, 'registry'],
    access: [...upToViews, 'trust', 'trigger', 'compare', 'catalog'],
    catalog: ['clock', 'service'],
    routes: [
      ...upToViews,
      ...['archive', 'trust', 'trigger', 'compare', 'catalog', 'access'],
    ],
  },
});
