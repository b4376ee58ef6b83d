import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import type { RecordedChange, RecordedLog } from '../recording/Recording.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { parseLog } from '../recording/parseLog.ts';
import { condition } from './condition.ts';
import type { RunScript } from './RunScript.ts';

/** Events and the pod's last states come after the run has ended; the recorded ones within this, ms. */
const AFTERMATH = 3_000;

/**
 * Finds every run that a recording holds from its creation to its end: an object that was ADDED, is
 * controlled by one that is no run itself, and came to `Succeeded` True or False.
 */
export function extractRunScripts(
  changes: readonly RecordedChange[],
  logs: readonly RecordedLog[],
): RunScript[] {
  const byUid = new Map<string, RecordedChange[]>();
  const children = new Map<string, Set<string>>();
  const events = new Map<string, RecordedChange[]>();
  for (const change of changes) {
    const { uid } = change.object.metadata;
    if (!uid) continue;
    const about = textAt(change.object, 'involvedObject', 'uid');
    push(about === undefined ? byUid : events, about ?? uid, change);
    for (const owner of change.object.metadata.ownerReferences ?? [])
      if (owner.uid) add(children, owner.uid, uid);
  }
  const logsOfPod = new Map<string, RecordedLog[]>();
  for (const log of logs) push(logsOfPod, `${log.namespace}/${log.pod}`, log);

  const scripts: RunScript[] = [];
  for (const [uid, own] of byUid) {
    const [first] = own;
    if (first?.type !== 'ADDED' || isPod(first) || !isRun(own)) continue;
    const ownerUid = controllerOf(first.object);
    const ownerChanges = byUid.get(ownerUid ?? '') ?? [];
    if (isRun(ownerChanges)) continue;
    const end = own.find(c => ended(c.object));
    if (!end) continue;
    const family = familyOf(uid, children);
    const story = [...family]
      .flatMap(id => [...(byUid.get(id) ?? []), ...(events.get(id) ?? [])])
      .filter(c => c.version <= end.version || c.at <= end.at + AFTERMATH)
      .filter(c => c.type !== 'LISTED')
      .sort((a, b) => a.version - b.version);
    // Deletions and what follows them are the owner's housekeeping, not the run.
    const deleted = story.findIndex(c => c.type === 'DELETED');
    const kept = (deleted < 0 ? story : story.slice(0, deleted)).filter(
      c => c.object.metadata.uid !== uid || c.version <= end.version,
    );
    const pods = kept.filter(isPod);
    const owner = ownerChanges.findLast(c => c.version < first.version);
    scripts.push({
      resource: first.resource,
      root: first.object,
      final: end.object,
      owner: owner?.object,
      changes: kept,
      logs: [...new Set(pods.map(p => p.object.metadata.name))].flatMap(pod =>
        (
          logsOfPod.get(`${first.object.metadata.namespace ?? ''}/${pod}`) ?? []
        ).flatMap(({ container, bytes }) =>
          bytes ? [{ pod, container, lines: parseLog(bytes) }] : [],
        ),
      ),
      outcome:
        condition(end.object, 'Succeeded')?.status === 'True'
          ? 'succeeded'
          : 'failed',
      steps: stepsOf(pods.at(-1)?.object),
      failure: failureOf(pods.at(-1)?.object),
      durationMs: end.at - first.at,
    });
  }
  return scripts.sort((a, b) => versionOf(a.root) - versionOf(b.root));
}

function isPod({ resource }: RecordedChange): boolean {
  return resource.group === '' && resource.plural === 'pods';
}

/** A run is what has a `Succeeded` condition. */
function isRun(states: readonly RecordedChange[]): boolean {
  return states.some(c => condition(c.object, 'Succeeded') !== undefined);
}

function ended(object: KubeObject): boolean {
  const status = condition(object, 'Succeeded')?.status;
  return status === 'True' || status === 'False';
}

function controllerOf(object: KubeObject): string | undefined {
  const owners = object.metadata.ownerReferences ?? [];
  const owner = owners.find(o => o.controller === true) ?? owners[0];
  return owner?.uid;
}

function familyOf(
  uid: string,
  children: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const family = new Set([uid]);
  for (const member of family)
    for (const child of children.get(member) ?? []) family.add(child);
  return family;
}

function stepsOf(pod: KubeObject | undefined): string[] {
  return [
    ...listAt(pod, 'spec', 'initContainers'),
    ...listAt(pod, 'spec', 'containers'),
  ].flatMap(c => textAt(c, 'name') ?? []);
}

function failureOf(pod: KubeObject | undefined): string | undefined {
  return [
    ...listAt(pod, 'status', 'initContainerStatuses'),
    ...listAt(pod, 'status', 'containerStatuses'),
  ]
    .map(s => at(s, 'state', 'terminated'))
    .filter(t => t !== undefined && at(t, 'exitCode') !== 0)
    .map(t => textAt(t, 'reason'))
    .find(reason => reason !== undefined);
}

function versionOf(object: KubeObject): number {
  return Number(object.metadata.resourceVersion) || 0;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
