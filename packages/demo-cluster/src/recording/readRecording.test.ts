import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ARCHIVES } from './archives.ts';
import { DirectoryFiles } from './DirectoryFiles.ts';
import { packArchive } from './packArchive.ts';
import { readRecording } from './readRecording.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recording-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function write(path: string, content: string): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    path.endsWith('.gz') ? gzipSync(content) : Buffer.from(content, 'latin1'),
  );
}

const object = (name: string, resourceVersion: string) => ({
  metadata: {
    ...{ name, resourceVersion, namespace: 'ns', uid: `uid-${name}` },
    creationTimestamp: '2026-01-01T00:00:00Z',
  },
});
const list = (items: unknown[]) => ({
  ...{ kind: 'ThingList', apiVersion: 'x.io/v1beta1', items },
});
const at = '2026-01-01T00:00:01.000Z';

describe('readRecording', () => {
  it('reads the end, the changes in order of their versions, and the logs', () => {
    write('end/things.x.io.json.gz', JSON.stringify(list([object('a', '3')])));
    write(
      'watch/things.x.io.ndjson.gz',
      [
        { at, list: list([object('a', '1')]) },
        { at, event: { type: 'MODIFIED', object: object('a', '3') } },
        { at, event: { type: 'BOOKMARK', object: object('a', '4') } },
      ]
        .map(line => JSON.stringify(line))
        .join('\n'),
    );
    write(
      'watch/pods.ndjson',
      JSON.stringify({
        ...{ at, event: { type: 'ADDED', object: object('p', '2') } },
      }),
    );
    write('logs/ns/p/build.log', '2026-01-01T00:00:01Z caf\xe9 \x1b[0m\r\n');
    write('logs/ns/p/wait.400.json', '{"code":400}');

    const { end, changes, logs, unreadable, endedAt } =
      readRecording(directory);

    expect(end).toEqual([
      expect.objectContaining({
        ...{ plural: 'things', group: 'x.io', version: 'v1beta1' },
        ...{ kind: 'Thing' },
        objects: [
          { apiVersion: 'x.io/v1beta1', kind: 'Thing', ...object('a', '3') },
        ],
      }),
    ]);
    expect(changes().map(c => `${c.type} ${c.object.metadata.name}`)).toEqual([
      ...['LISTED a', 'ADDED p', 'MODIFIED a'],
    ]);
    expect(
      logs.map(log => [log.container, log.bytes?.toString('latin1')]),
    ).toEqual([
      ['build', '2026-01-01T00:00:01Z caf\xe9 \x1b[0m\r\n'],
      ['wait', undefined],
    ]);
    expect(logs[1]?.refusal).toEqual({ code: 400 });
    expect(unreadable.size).toBe(0);
    expect(new Date(endedAt).toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('skips what is malformed and counts it', () => {
    write(
      'end/things.x.io.json',
      JSON.stringify(
        list([object('a', '1'), { metadata: { name: 7 } }, null, 'text']),
      ),
    );
    write('end/broken.json', '{"kind":');
    write(
      'watch/things.x.io.ndjson',
      [
        'not json',
        JSON.stringify({ at, event: { type: 'ADDED', object: {} } }),
        JSON.stringify({ at: 'never', list: list([]) }),
        '',
        JSON.stringify({
          at,
          event: { type: 'ADDED', object: object('b', '2') },
        }),
      ].join('\n'),
    );
    write('logs/ns/p/wait.400.json', 'not json');
    const recording = readRecording(directory);
    expect(recording.end.flatMap(k => k.objects)).toHaveLength(1);
    expect(recording.changes()).toHaveLength(1);
    expect([...recording.unreadable]).toEqual([
      ['end/broken.json', 1],
      ['end/things.x.io.json', 3],
      ['logs/ns/p/wait.400.json', 1],
      ['watch/things.x.io.ndjson', 3],
    ]);
  });

  it('takes the end from the watches where there is no list of it', () => {
    write(
      'watch/things.x.io.ndjson',
      [
        { at, list: list([object('a', '1'), object('b', '2')]) },
        { at, event: { type: 'DELETED', object: object('a', '3') } },
      ]
        .map(line => JSON.stringify(line))
        .join('\n'),
    );
    expect(
      readRecording(directory).end.flatMap(k =>
        k.objects.map(o => o.metadata.name),
      ),
    ).toEqual(['b']);
  });

  it('reads the packed form as the original', () => {
    write('end/things.x.io.json.gz', JSON.stringify(list([object('a', '1')])));
    write('logs/ns/p/c.log', '2026-01-01T00:00:01Z line\n');
    const original = readRecording(directory);
    const files = new DirectoryFiles(directory);
    const packed = join(directory, 'packed');
    mkdirSync(packed);
    for (const [name, belongs] of Object.entries(ARCHIVES)) {
      const content = files.paths().filter(belongs);
      writeFileSync(
        join(packed, `${name}.br`),
        brotliCompressSync(
          packArchive(new Map(content.map(p => [p, files.read(p)]))),
        ),
      );
    }
    const again = readRecording(packed);
    expect(again.end).toEqual(original.end);
    expect(again.logs).toEqual(original.logs);
  });

  it.each(['missing', '.'])('says what a recording is for %s', place => {
    expect(() => readRecording(join(directory, place))).toThrow(
      /No recording in .*(watch|end)/,
    );
  });
});
