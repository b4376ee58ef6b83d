import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { KubeObject } from '../state/KubeObject.ts';
import { DirectoryFiles } from './DirectoryFiles.ts';
import { PackedFiles } from './PackedFiles.ts';
import { parseKindName } from './parseKindName.ts';
import { parseKubeList } from './parseKubeList.ts';
import { parseKubeObject } from './parseKubeObject.ts';
import { latestTimestamp } from './latestTimestamp.ts';
import type { RecordingFiles } from './RecordingFiles.ts';
import type {
  RecordedChange,
  RecordedKind,
  RecordedLog,
  Recording,
} from './Recording.ts';

/** Opens a recording in its original or packed form. What cannot be read is counted, not fatal. */
export function readRecording(directory: string): Recording {
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new Error(
      `No recording in ${directory}: name a directory that holds watch/, end/ or logs/`,
    );
  const files = PackedFiles.in(directory)
    ? new PackedFiles(directory)
    : new DirectoryFiles(directory);
  const unreadable = new Map<string, number>();
  const damaged = (path: string) =>
    unreadable.set(path, (unreadable.get(path) ?? 0) + 1);

  let changes: readonly RecordedChange[] | undefined;
  const allChanges = () => (changes ??= readChanges(files, damaged));
  let end = readEnd(files, damaged);
  if (end.length === 0) end = endOf(allChanges());
  if (end.length === 0)
    throw new Error(
      `No recording in ${directory}: neither end/*.json[.gz] nor watch/*.ndjson[.gz] holds an object`,
    );
  return {
    name: basename(directory),
    end,
    endedAt: latestTimestamp(end),
    logs: readLogs(files, damaged),
    changes: allChanges,
    unreadable,
  };
}

type Damaged = (path: string) => void;

function readEnd(files: RecordingFiles, damaged: Damaged): RecordedKind[] {
  const kinds: RecordedKind[] = [];
  for (const path of files.paths()) {
    const name = /^end\/(.+)\.json$/.exec(path)?.[1];
    if (!name) continue;
    const list = parseKubeList(tryJson(() => files.read(path).toString()));
    if (!list) {
      damaged(path);
      continue;
    }
    for (let i = 0; i < list.unreadable; i++) damaged(path);
    const { version, kind, objects } = list;
    kinds.push({ ...parseKindName(name), version, kind, objects });
  }
  return kinds;
}

function readChanges(
  files: RecordingFiles,
  damaged: Damaged,
): readonly RecordedChange[] {
  const changes: RecordedChange[] = [];
  for (const path of files.paths()) {
    const name = /^watch\/(.+)\.ndjson$/.exec(path)?.[1];
    if (!name) continue;
    const resource = parseKindName(name);
    let listed = false;
    for (const line of readLines(files, path, damaged)) {
      const at = Date.parse(String(line.at));
      const list =
        line.list === undefined ? undefined : parseKubeList(line.list);
      const event = line.event as Record<string, unknown> | undefined;
      const type = event?.type;
      if (list && !Number.isNaN(at)) {
        // A relist repeats what the watch said; only the first one is news.
        if (!listed)
          for (const object of list.objects)
            changes.push({
              ...{ at, version: versionOf(object), type: 'LISTED' as const },
              ...{ resource, object },
            });
        listed = true;
      } else if (
        (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED') &&
        !Number.isNaN(at)
      ) {
        const object = parseKubeObject(event?.object);
        if (!object) damaged(path);
        else
          changes.push({
            at,
            version: versionOf(object),
            type,
            resource,
            object,
          });
      } else if (type !== 'BOOKMARK' && type !== 'ERROR') damaged(path);
    }
  }
  return changes.sort((a, b) => a.version - b.version);
}

function readLogs(files: RecordingFiles, damaged: Damaged): RecordedLog[] {
  const logs: RecordedLog[] = [];
  for (const path of files.paths()) {
    const match = /^logs\/([^/]+)\/([^/]+)\/([^/]+?)(\.log|\.\d+\.json)$/.exec(
      path,
    );
    const [, namespace, pod, container, form] = match ?? [];
    if (!namespace || !pod || !container) continue;
    try {
      const bytes = files.read(path);
      if (form === '.log') logs.push({ namespace, pod, container, bytes });
      else {
        const refusal: unknown = JSON.parse(bytes.toString());
        logs.push({ namespace, pod, container, refusal });
      }
    } catch {
      damaged(path);
    }
  }
  return logs;
}

function* readLines(
  files: RecordingFiles,
  path: string,
  damaged: Damaged,
): Iterable<Record<string, unknown>> {
  let text: string;
  try {
    text = files.read(path).toString();
  } catch {
    damaged(path);
    return;
  }
  for (const line of text.split('\n')) {
    if (!line.trim()) continue;
    const value = tryJson(() => line);
    if (typeof value === 'object' && value !== null)
      yield value as Record<string, unknown>;
    else damaged(path);
  }
}

/** For recordings without lists of their end. */
function endOf(changes: readonly RecordedChange[]): RecordedKind[] {
  const kinds = new Map<string, Map<string, RecordedChange>>();
  for (const change of changes) {
    const { resource, object } = change;
    const kind = `${resource.plural}.${resource.group}`;
    const objects = kinds.get(kind) ?? new Map<string, RecordedChange>();
    kinds.set(kind, objects);
    const key = `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
    if (change.type === 'DELETED') objects.delete(key);
    else objects.set(key, change);
  }
  return [...kinds.values()].flatMap(found => {
    const [first] = found.values();
    if (!first) return [];
    const objects = [...found.values()].map(c => c.object);
    const apiVersion = first.object.apiVersion ?? 'v1';
    return {
      ...first.resource,
      version: apiVersion.slice(apiVersion.lastIndexOf('/') + 1),
      kind: first.object.kind ?? first.resource.plural,
      objects,
    };
  });
}

function versionOf(object: KubeObject): number {
  return Number(object.metadata.resourceVersion) || 0;
}

function tryJson(text: () => string): unknown {
  try {
    return JSON.parse(text());
  } catch {
    return undefined;
  }
}
