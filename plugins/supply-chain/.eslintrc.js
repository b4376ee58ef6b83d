const { packageLint } = require('../../scripts/lint/packageLint.cjs');

// From words and the backend's answers up to pages; each list names the rooms below.
const words = ['translation', 'phase', 'frame', 'time'];
const answers = [...words, 'api', 'signIn', 'states'];
const parts = [...answers, 'hooks', 'panel', 'commits', 'catalog'];
const builds = [...parts, 'logs', 'trust'];
const stages = [...builds, 'builds', 'compare', 'history', 'trigger'];
const pages = [...stages, 'list', 'graph', 'stages', 'builders', 'images'];

module.exports = packageLint(__dirname, {
  mayImport: ['common'],
  layers: {
    translation: [],
    api: [],
    commits: [],
    catalog: ['routes.ts'],
    phase: ['translation'],
    time: ['translation'],
    frame: ['phase'],
    panel: words,
    signIn: [...words, 'api'],
    hooks: ['api', 'signIn', 'routes.ts'],
    states: [...words, 'api', 'signIn'],
    trigger: answers,
    graph: answers,
    list: [...answers, 'hooks'],
    logs: [...answers, 'panel'],
    trust: [...answers, 'panel'],
    builds,
    compare: [...builds, 'builds'],
    history: [...builds, 'builds', 'compare'],
    stages,
    builders: [...answers, 'hooks', 'list', 'panel'],
    images: [...stages, 'list', 'stages', 'builders'],
    pages: [...pages, 'routes.ts'],
    entity: [...pages, 'pages', 'routes.ts'],
  },
});
