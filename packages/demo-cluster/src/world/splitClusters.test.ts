import { readRecording } from '../recording/readRecording.ts';
import { recordingDirectory } from '../recording/recordingDirectory.ts';
import { splitClusters } from './splitClusters.ts';

const { end } = readRecording(recordingDirectory('run1'));
const placed = splitClusters(end);
const kindsOn = (name: 'build' | 'run') =>
  new Set(placed.filter(p => p.cluster === name).map(p => p.resource.plural));

describe('splitClusters', () => {
  it('loses nothing', () => {
    const uids = new Set(placed.map(p => p.object.metadata.uid));
    for (const kind of end)
      for (const { metadata } of kind.objects)
        expect(uids).toContain(metadata.uid);
  });

  it('serves what delivers on run alone, and what builds on build alone', () => {
    const build = kindsOn('build');
    const run = kindsOn('run');
    for (const plural of ['workloads', 'images', 'builds', 'pods', 'taskruns'])
      expect([build.has(plural), run.has(plural)]).toEqual([true, false]);
    for (const plural of ['apps', 'services', 'clusterdeliveries'])
      expect([build.has(plural), run.has(plural)]).toEqual([false, true]);
    expect(build.has('namespaces') && run.has('namespaces')).toBe(true);
  });

  it('keeps a stamped Deliverable on build as it was stamped, and the delivering one on run', () => {
    const twins = placed.filter(p => p.resource.plural === 'deliverables');
    const on = (name: string) => twins.filter(p => p.cluster === name);
    expect(on('build').length).toBeGreaterThan(10);
    expect(on('run').length).toBe(on('build').length);
    for (const { object } of on('build')) {
      expect(object.status).toBeUndefined();
      expect(object.metadata.ownerReferences).toHaveLength(1);
    }
    for (const { object } of on('run'))
      expect(object.metadata.ownerReferences).toBeUndefined();
    const uids = twins.map(p => p.object.metadata.uid);
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('puts events where their objects are', () => {
    const about = (name: string) =>
      new Set(
        placed
          .filter(p => p.cluster === name && p.resource.plural === 'events')
          .map(p => (p.object.involvedObject as { kind: string }).kind),
      );
    expect(about('build')).toContain('Pod');
    expect(about('build')).not.toContain('Deliverable');
    expect(about('run')).toContain('Deliverable');
    expect(about('run')).not.toContain('Pod');
  });
});
