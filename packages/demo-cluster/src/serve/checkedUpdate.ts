import { StatusError } from '../http/StatusError.ts';
import { isRecord } from '../records.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { ResourceDefinition } from '../state/ResourceDefinition.ts';

const IMMUTABLE = [
  'name',
  'namespace',
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
] as const;

/**
 * The object to store when someone wants `before` to become `wanted`: optimistic lock, what cannot
 * change, status and spec kept apart where the kind does so, generation.
 */
export function checkedUpdate(
  definition: ResourceDefinition,
  before: KubeObject,
  wanted: unknown,
  subresource: string | undefined,
): KubeObject {
  const { name } = before.metadata;
  if (!isRecord(wanted) || !isRecord(wanted.metadata)) {
    throw StatusError.invalid(definition, name, [
      {
        reason: 'FieldValueRequired',
        message: 'Required value',
        field: 'metadata',
      },
    ]);
  }
  const meta = wanted.metadata;
  checkKind(before, wanted);
  if (
    meta.resourceVersion &&
    meta.resourceVersion !== before.metadata.resourceVersion
  ) {
    throw StatusError.conflict(definition, name);
  }
  for (const field of IMMUTABLE) {
    if (meta[field] && meta[field] !== before.metadata[field]) {
      const message = `Invalid value: ${JSON.stringify(
        meta[field],
      )}: field is immutable`;
      const cause = {
        reason: 'FieldValueInvalid',
        message,
        field: `metadata.${field}`,
      };
      // Twice for custom resources: their registry and apimachinery both object (recorded: patch-uid-conflict).
      throw StatusError.invalid(
        definition,
        name,
        definition.custom ? [cause, cause] : [cause],
      );
    }
  }
  const { metadata: _metadata, status, ...content } = wanted;
  const { metadata: _oldMetadata, status: oldStatus, ...oldContent } = before;
  const separate = definition.subresources?.includes('status') ?? false;
  if (subresource === 'status') {
    return {
      ...oldContent,
      metadata: before.metadata,
      ...(status !== undefined && { status }),
    };
  }
  const keptStatus = separate ? oldStatus : status;
  const changed =
    !same(content, oldContent) ||
    (!separate &&
      definition.custom &&
      !same({ status }, { status: oldStatus }));
  return {
    ...content,
    metadata: updatedMeta(definition, before, meta, changed),
    ...(keptStatus !== undefined && { status: keptStatus }),
  };
}

function checkKind(before: KubeObject, wanted: Record<string, unknown>): void {
  if (wanted.kind !== undefined && wanted.kind !== before.kind) {
    throw StatusError.badRequest(
      `the kind in the data (${String(
        wanted.kind,
      )}) does not match the expected kind (${before.kind})`,
    );
  }
}

function updatedMeta(
  definition: ResourceDefinition,
  before: KubeObject,
  meta: Record<string, unknown>,
  changed: boolean,
): KubeObject['metadata'] {
  for (const field of ['labels', 'annotations'] as const) {
    const map = meta[field];
    if (map === undefined || map === null) continue;
    const bad = isRecord(map)
      ? Object.entries(map).find(([, value]) => typeof value !== 'string')
      : undefined;
    if (!isRecord(map) || bad) {
      const given = typeof (bad?.[1] ?? map);
      const why = `json: cannot unmarshal ${given} into Go struct field ObjectMeta.${field} of type string`;
      throw StatusError.invalid({ group: '', kind: '' }, '', [
        {
          reason: 'FieldValueInvalid',
          message: `Invalid value: ${JSON.stringify(
            JSON.stringify(meta),
          )}: ${why}`,
          field: 'patch',
        },
      ]);
    }
  }
  const counted = definition.custom || definition.plural === 'pods';
  const generation = (before.metadata.generation ?? 1) + (changed ? 1 : 0);
  const kept: Record<string, unknown> = {};
  for (const field of [...IMMUTABLE, 'resourceVersion', 'selfLink'] as const) {
    if (before.metadata[field] !== undefined)
      kept[field] = before.metadata[field];
  }
  return {
    ...withoutEmpty(meta),
    ...kept,
    name: before.metadata.name,
    ...(counted && { generation }),
  };
}

function withoutEmpty(meta: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(meta).filter(
      ([, value]) =>
        value !== null && !(isRecord(value) && Object.keys(value).length === 0),
    ),
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted(value[key])]),
  );
}
