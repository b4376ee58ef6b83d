import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findStages } from './findStages.mjs';

const row = (name, engine, pipeline) => ({
  ref: { cluster: 'a b', namespace: 'ns', name },
  engine,
  pipeline: Object.entries(pipeline).map(([stage, phase]) => ({
    stage,
    phase,
  })),
});

describe('findStages', () => {
  it('finds each stage in each phase once, the first by name', () => {
    const stages = findStages([
      row('z', 'kpack', { 'source-provider': 'ready', tests: 'failed' }),
      row('b', 'kpack', { 'source-provider': 'ready', tests: 'ready' }),
      row('c', 'kpack', { 'source-provider': 'planned' }),
    ]);
    assert.deepEqual(
      stages.map(({ name, path }) => [name, path]),
      [
        [
          'stage-source-provider-ready',
          '/supply-chain/a%20b/ns/b?stage=source-provider',
        ],
        ['stage-tests-failed', '/supply-chain/a%20b/ns/z?stage=tests'],
        ['stage-tests-ready', '/supply-chain/a%20b/ns/b?stage=tests'],
      ],
    );
    assert.equal(stages[0].title, 'Source Provider: ready');
  });

  it('tells the engines of an image apart', () => {
    const stages = findStages([
      row('a', 'kpack', { 'image-provider': 'ready' }),
      row('b', 'dockerfile', { 'image-provider': 'ready' }),
      row('c', 'prebuilt', { 'image-provider': 'ready' }),
    ]);
    assert.deepEqual(
      stages.map(({ name }) => name),
      [
        'stage-image-provider-dockerfile-ready',
        'stage-image-provider-prebuilt-ready',
        'stage-image-provider-ready',
      ],
    );
  });
});
