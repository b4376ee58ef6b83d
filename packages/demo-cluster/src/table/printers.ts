import { isRecord, records } from '../records.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { PrinterColumn } from '../state/ResourceDefinition.ts';
import { humanDuration } from './humanDuration.ts';
import { podStatusWord } from './podStatusWord.ts';

/** How `kubectl get` shows a built-in kind. */
export interface Printer {
  /** Without the name, which is always the first column unless `nameLast`. */
  readonly columns: readonly Omit<PrinterColumn, 'jsonPath'>[];
  readonly nameLast?: true;
  cells(object: KubeObject, now: number): unknown[];
}

const column = (name: string, priority = 0, type = 'string') => ({
  name,
  type,
  priority,
});
const AGE = column('Age');
const NONE = '<none>';

/** By plural and group. Kinds without one show their name and when they were created. */
export const printers: Readonly<Record<string, Printer>> = {
  'pods.': {
    columns: [
      column('Ready'),
      column('Status'),
      column('Restarts'),
      AGE,
      column('IP', 1),
      column('Node', 1),
      column('Nominated Node', 1),
      column('Readiness Gates', 1),
    ],
    cells(pod, now) {
      const { ready, total, status, restarts } = podStatusWord(pod);
      return [
        `${ready}/${total}`,
        status,
        String(restarts),
        age(pod.metadata.creationTimestamp, now),
        text(read(pod.status, 'podIP')) || NONE,
        text(read(pod.spec, 'nodeName')) || NONE,
        text(read(pod.status, 'nominatedNodeName')) || NONE,
        records(read(pod.spec, 'readinessGates')).length || NONE,
      ];
    },
  },
  'events.': {
    columns: [
      column('Last Seen'),
      column('Type'),
      column('Reason'),
      column('Object'),
      column('Subobject', 1),
      column('Source', 1),
      column('Message'),
      column('First Seen', 1),
      column('Count', 1),
    ],
    nameLast: true,
    cells(event, now) {
      const started = event.firstTimestamp ?? event.eventTime;
      const involved = isRecord(event.involvedObject)
        ? event.involvedObject
        : {};
      const source =
        text(read(event.source, 'component')) || text(event.reportingComponent);
      const host =
        text(read(event.source, 'host')) || text(event.reportingInstance);
      const last =
        read(event.series, 'lastObservedTime') ??
        event.lastTimestamp ??
        started;
      return [
        age(last, now),
        text(event.type),
        text(event.reason),
        `${text(involved.kind).toLowerCase()}/${text(involved.name)}`,
        text(involved.fieldPath),
        host ? `${source}, ${host}` : source,
        text(event.message).trim(),
        age(started, now),
        read(event.series, 'count') ?? event.count ?? 1,
      ];
    },
  },
  'namespaces.': {
    columns: [column('Status'), AGE],
    cells: (namespace, now) => [
      text(read(namespace.status, 'phase')) || 'Active',
      age(namespace.metadata.creationTimestamp, now),
    ],
  },
  'configmaps.': {
    columns: [column('Data'), AGE],
    cells: (map, now) => [
      size(map.data) + size(map.binaryData),
      age(map.metadata.creationTimestamp, now),
    ],
  },
  'secrets.': {
    columns: [column('Type'), column('Data'), AGE],
    cells: (secret, now) => [
      text(secret.type),
      size(secret.data),
      age(secret.metadata.creationTimestamp, now),
    ],
  },
  'serviceaccounts.': {
    columns: [column('Secrets'), AGE],
    cells: (account, now) => [
      records(account.secrets).length,
      age(account.metadata.creationTimestamp, now),
    ],
  },
  'rolebindings.rbac.authorization.k8s.io': bindings(),
  'clusterrolebindings.rbac.authorization.k8s.io': bindings(),
};

function bindings(): Printer {
  const names = (binding: KubeObject, kind: string) =>
    records(binding.subjects)
      .filter(subject => subject.kind === kind)
      .map(subject =>
        subject.namespace
          ? `${text(subject.namespace)}/${text(subject.name)}`
          : text(subject.name),
      )
      .join(', ');
  return {
    columns: [
      column('Role'),
      AGE,
      column('Users', 1),
      column('Groups', 1),
      column('ServiceAccounts', 1),
    ],
    cells: (binding, now) => [
      `${text(read(binding.roleRef, 'kind'))}/${text(
        read(binding.roleRef, 'name'),
      )}`,
      age(binding.metadata.creationTimestamp, now),
      names(binding, 'User'),
      names(binding, 'Group'),
      names(binding, 'ServiceAccount'),
    ],
  };
}

function age(at: unknown, now: number): string {
  const since = Date.parse(text(at));
  return Number.isNaN(since) ? '<unknown>' : humanDuration(now - since);
}

function read(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function size(value: unknown): number {
  return isRecord(value) ? Object.keys(value).length : 0;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
