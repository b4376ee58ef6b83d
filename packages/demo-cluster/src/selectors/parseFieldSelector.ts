import { StatusError } from '../http/StatusError.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { ResourceDefinition } from '../state/ResourceDefinition.ts';

export type FieldMatcher = (object: KubeObject) => boolean;

const EVERY_KIND = ['metadata.name', 'metadata.namespace'];

/** Beside name and namespace, by `plural.group`: what the API server's registries index or convert. */
const SELECTABLE: Readonly<Record<string, readonly string[]>> = {
  'pods.': [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  'events.': [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  'namespaces.': ['status.phase'],
  'secrets.': ['type'],
  'nodes.': ['spec.unschedulable'],
  'jobs.batch': ['status.successful'],
};

/** `a.b=c,d!=e` on the few fields that the API server supports for a kind. */
export function parseFieldSelector(
  text: string,
  definition: ResourceDefinition,
): FieldMatcher {
  const stored = definition.storedAs ?? definition;
  const fields = [
    ...EVERY_KIND,
    ...(SELECTABLE[`${stored.plural}.${stored.group}`] ?? []),
  ];
  const matchers = split(text).map(term => {
    const match = /^((?:[^=!\\]|\\.)*?)(!=|==|=)(.*)$/s.exec(term);
    if (!match)
      throw StatusError.badRequest(
        `invalid selector: '${text}'; can't understand '${term}'`,
      );
    const [, field = '', operator, escaped = ''] = match;
    const own = definition.storedAs
      ? field.replace(/^regarding\./, 'involvedObject.')
      : field;
    if (!fields.includes(own))
      throw StatusError.badRequest(`field label not supported: ${field}`);
    const wanted = escaped.replace(/\\([\\,=])/g, '$1');
    return (object: KubeObject) =>
      (fieldOf(object, own) === wanted) === (operator !== '!=');
  });
  return object => matchers.every(matches => matches(object));
}

function split(text: string): string[] {
  return (text.match(/(?:\\.|[^,\\])+/gs) ?? []).filter(term => term !== '');
}

function fieldOf(object: KubeObject, path: string): string {
  if (path === 'source')
    return (
      shown(at(object, 'source.component')) || shown(object.reportingComponent)
    );
  return shown(at(object, path));
}

function at(object: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      object,
    );
}

function shown(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
