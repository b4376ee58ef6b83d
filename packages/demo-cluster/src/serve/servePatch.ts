import { StatusError } from '../http/StatusError.ts';
import type { JsonPatchOperation } from '../patch/jsonPatch.ts';
import { jsonPatch } from '../patch/jsonPatch.ts';
import { mergePatch } from '../patch/mergePatch.ts';
import { isRecord, records } from '../records.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { ApiCall } from './ApiCall.ts';
import { checkedUpdate } from './checkedUpdate.ts';
import { formsOf } from './formsOf.ts';
import { storeUpdate } from './storeUpdate.ts';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const APPLY = 'application/apply-patch+yaml';

/** PATCH of an object or its status. Strategic patches of built-in kinds are taken as merge patches. */
export async function servePatch(call: ApiCall): Promise<void> {
  const { context, definition, exchange, stored, target } = call;
  const forms = formsOf(call);
  const type = exchange.header('content-type')?.split(';')[0]?.trim() ?? '';
  const known = definition.custom
    ? [JSON_PATCH, MERGE_PATCH]
    : [JSON_PATCH, MERGE_PATCH, STRATEGIC];
  // Server-side apply is named as the API server does, though we have it not.
  if (!known.includes(type))
    throw StatusError.unsupportedMediaType([...known, APPLY]);
  const text = (await exchange.readBytes()).toString('utf8');
  const patch = decode(text);
  const name = target.name ?? '';
  const before = context.state.get(
    stored,
    definition.namespaced ? target.namespace : undefined,
    name,
  );
  if (!before) throw StatusError.notFound(definition, name);
  const wanted =
    type === JSON_PATCH ? jsonPatched(before, patch) : merged(before, patch);
  const after = storeUpdate(
    call,
    checkedUpdate(definition, before, wanted, target.subresource),
  );
  exchange.sendJson(200, forms.single(after));
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw StatusError.badRequest(
      `error decoding patch: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}

function merged(before: KubeObject, patch: unknown): unknown {
  if (!isRecord(patch)) {
    throw StatusError.badRequest(
      `error decoding patch: json: cannot unmarshal ${goType(
        patch,
      )} into Go value of type map[string]interface {}`,
    );
  }
  return mergePatch(before, patch);
}

function jsonPatched(before: KubeObject, patch: unknown): unknown {
  if (!Array.isArray(patch)) {
    throw StatusError.badRequest(
      `error decoding patch: json: cannot unmarshal ${goType(
        patch,
      )} into Go value of type jsonpatch.Patch`,
    );
  }
  const operations = records(patch).map(
    ({ op, path, from, value }): JsonPatchOperation => ({
      op: String(op),
      path: String(path),
      ...(from !== undefined && { from: String(from) }),
      value,
    }),
  );
  try {
    return jsonPatch(before, operations);
  } catch {
    throw new StatusError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
      {
        details: {},
      },
    );
  }
}

function goType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return value === null ? 'null' : typeof value;
}
