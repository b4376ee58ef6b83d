import { about, forEverybody, topics, type Example } from './Example';

// Every route that the router has, and what it is asked for. A route that is added fails the first test of
// routes/everyRoute.http.test.ts until it has a line here (several, if it answers in several ways):
//
//   about('build')                              about one thing of a team: hidden is the same as absent
//   about('build', { needs: 'supply-chain.…' }) 403 for who may see the thing, but has not this permission as well
//   about('build', { answers: 204 })            of any method but GET it is a write: made last, by who may
//   forEverybody('?a=b', { name: '…' })         a list, or what belongs to no team: tells nothing of what is hidden
//   topics                                      takes topics, and is asked about one of each type
//
// What `about` may name is in Team.ts, found by findTeams.ts and made absent by TwoTeams.ts. A type of topic
// needs its line in TOPICS.ts, a rule its conditions in RULES.ts.
export const ROUTES: Readonly<Record<string, readonly Example[]>> = {
  'GET /v1/clusters': [forEverybody()],
  'GET /v1/workloads': [
    forEverybody('?limit=1000'),
    forEverybody('?phase=failed&sort=-age&limit=2'),
    forEverybody('?q=e'),
  ],
  'GET /v1/workloads/:cluster/:namespace/:name': [about('workload')],
  'GET /v1/workloads/:cluster/:namespace/:name/stages/:stage': [about('stage')],
  'GET /v1/workloads/:cluster/:namespace/:name/stages/:stage/trust': [
    about('stage'),
  ],
  'GET /v1/workloads/:cluster/:namespace/:name/delivery': [about('workload')],
  'GET /v1/images': [
    forEverybody('?limit=500'),
    forEverybody('?workload=any&limit=500'),
    forEverybody('?workload=any&q=e&phase=ready'),
  ],
  'GET /v1/images/:cluster/:namespace/:name': [about('image')],
  'GET /v1/images/:cluster/:namespace/:name/builds': [about('image')],
  'GET /v1/builders': [
    forEverybody(),
    forEverybody('?stack=base&cluster=build'),
  ],
  'GET /v1/builders/:cluster/ClusterBuilder/:name': [
    forEverybody('', { cluster: 'build', name: 'default' }),
  ],
  'GET /v1/builders/:cluster/Builder/:namespace/:name': [about('builder')],
  'GET /v1/builds/:cluster/:namespace/:name': [about('build')],
  'GET /v1/builds/:cluster/:namespace/:name/compare': [about('build')],
  'GET /v1/builds/:cluster/:namespace/:name/logs': [
    about('build', { needs: 'supply-chain.logs.read' }),
    about('build', { needs: 'supply-chain.logs.read', query: '?follow' }),
    about('build', { needs: 'supply-chain.logs.read', query: '?download' }),
  ],
  'GET /v1/runs/:cluster/:namespace/:resource/:name/logs': [
    about('run', { needs: 'supply-chain.logs.read' }),
    about('run', { needs: 'supply-chain.logs.read', query: '?follow' }),
    about('run', { needs: 'supply-chain.logs.read', query: '?download' }),
  ],
  'GET /v1/builds/:cluster/:namespace/:name/trust': [about('build')],
  'POST /v1/builds/:cluster/:namespace/:name/trigger': [
    about('build', { needs: 'supply-chain.build.trigger', answers: 204 }),
  ],
  'GET /v1/objects/:cluster/:namespace/:resource/:name': [
    about('object'),
    about('object', { query: '?keep=labels,status' }),
  ],
  'POST /v1/stream': [topics],
  'GET /v1/poll': [topics],
  'POST /v1/poll': [topics],
};
