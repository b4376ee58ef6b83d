import { extractRunScripts } from '../play/extractRunScripts.ts';
import { textAt } from '../json/textAt.ts';
import { readRecording } from '../recording/readRecording.ts';
import { recordingDirectory } from '../recording/recordingDirectory.ts';
import type { BuildChange } from './buildChanges.ts';
import { withReasonLog } from './withReasonLog.ts';

const builds = ['run1', 'run2'].flatMap(name => {
  const recording = readRecording(recordingDirectory(name));
  return extractRunScripts(recording.changes(), recording.logs)
    .filter(s => s.resource.plural === 'builds' && s.logs.length > 0)
    .map(script => ({
      script,
      name: `${name} ${script.root.metadata.namespace} ${script.root.metadata.name}`,
      changes: JSON.parse(
        textAt(
          script.root,
          ...['metadata', 'annotations', 'image.kpack.io/buildChanges'],
        ) ?? '[]',
      ) as BuildChange[],
    }));
});

describe('withReasonLog', () => {
  it('has builds to hold against', () => {
    expect(builds.length).toBeGreaterThan(40);
  });

  it.each(builds)(
    'tells the reasons of $name byte for byte as kpack did',
    ({ script, changes }) => {
      const told = withReasonLog(script, changes);
      const text = (logs: typeof script.logs) =>
        logs.map(log => log.lines.map(l => Buffer.from(l.bytes).toString()));
      expect(text(told.logs)).toEqual(text(script.logs));
    },
  );

  it('tells other reasons in their place', () => {
    const [{ script } = { script: undefined }] = builds;
    if (!script) throw new Error('no build');
    const told = withReasonLog(script, [
      { reason: 'COMMIT', old: 'aaaa', new: 'bbbb' },
    ]);
    const prepare = told.logs.find(log =>
      ['prepare', 'rebase'].includes(log.container),
    );
    expect(
      prepare?.lines.slice(0, 4).map(l => Buffer.from(l.bytes).toString()),
    ).toEqual([
      'Build reason(s): COMMIT',
      'COMMIT:',
      '\t\u001b[31m-\u001b[0m \u001b[31maaaa\u001b[0m',
      '\t\u001b[32m+\u001b[0m \u001b[32mbbbb\u001b[0m',
    ]);
  });
});
