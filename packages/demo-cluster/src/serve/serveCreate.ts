import { StatusError } from '../http/StatusError.ts';
import { isRecord } from '../records.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { ApiCall } from './ApiCall.ts';
import { formsOf } from './formsOf.ts';
import { isDryRun } from './isDryRun.ts';
import { readBody } from './readBody.ts';
import { validateName } from './validateName.ts';

/** What Kubernetes appends to a generateName: letters that spell no words. */
const SUFFIX_LETTERS = 'bcdfghjklmnpqrstvwxz2456789';
const SUFFIX_LENGTH = 5;
const NAMESPACES = { group: '', plural: 'namespaces' };

/** POST of a new object. */
export async function serveCreate(call: ApiCall): Promise<void> {
  const { context, definition, exchange, stored, target } = call;
  const forms = formsOf(call);
  const body = await readBody(exchange, definition.kind);
  const group = definition.group
    ? `${definition.group}/${target.version}`
    : target.version;
  if (!body) throw StatusError.badRequest('the body of the request is empty');
  if (body.apiVersion !== undefined && body.apiVersion !== group) {
    throw StatusError.badRequest(
      `the API version in the data (${String(
        body.apiVersion,
      )}) does not match the expected API version (${group})`,
    );
  }
  if (body.kind !== undefined && body.kind !== definition.kind) {
    if (definition.custom) {
      const message = `Invalid value: ${JSON.stringify(body.kind)}: must be ${
        definition.kind
      }`;
      throw StatusError.invalid(
        { group: definition.group, kind: String(body.kind) },
        '',
        [{ reason: 'FieldValueInvalid', message, field: 'kind' }],
      );
    }
    throw StatusError.badRequest(
      `${String(body.kind)} in version "${
        target.version
      }" cannot be handled as a ${definition.kind}: converting ` +
        `(${group}.${String(body.kind)}) to (${group}.${
          definition.kind
        }): unknown conversion`,
    );
  }
  const object = newObject(call, body, group);
  const { namespace, name } = object.metadata;
  if (namespace && !context.state.get(NAMESPACES, undefined, namespace))
    throw StatusError.notFound(NAMESPACES, namespace);
  if (context.state.get(stored, namespace, name))
    throw StatusError.alreadyExists(definition, name);
  exchange.sendJson(
    201,
    forms.single(isDryRun(call) ? object : context.state.apply(stored, object)),
  );
}

function newObject(
  call: ApiCall,
  body: Record<string, unknown>,
  apiVersion: string,
): KubeObject {
  const { context, definition, target } = call;
  const given = isRecord(body.metadata) ? body.metadata : {};
  const {
    uid: _uid,
    resourceVersion,
    creationTimestamp: _created,
    deletionTimestamp: _dying,
    ...meta
  } = given;
  if (resourceVersion)
    throw StatusError.badRequest(
      'resourceVersion should not be set on objects to be created',
    );
  const namespace = definition.namespaced ? target.namespace : undefined;
  if (
    meta.namespace !== undefined &&
    meta.namespace !== '' &&
    meta.namespace !== namespace
  ) {
    throw StatusError.badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  let name = typeof meta.name === 'string' ? meta.name : '';
  if (!name && typeof meta.generateName === 'string' && meta.generateName) {
    name = meta.generateName + suffix(context.random);
  }
  if (!name) {
    throw StatusError.invalid(definition, '', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: name or generateName is required',
        field: 'metadata.name',
      },
    ]);
  }
  validateName(definition, name);
  const { status, ...content } = body;
  const pod = definition.group === '' && definition.plural === 'pods';
  const space = definition.group === '' && definition.plural === 'namespaces';
  const separate = definition.subresources?.includes('status') ?? false;
  const first = {
    ...(pod && { status: { phase: 'Pending' } }),
    ...(space && { status: { phase: 'Active' } }),
  };
  return {
    ...content,
    apiVersion,
    kind: definition.kind,
    metadata: {
      ...meta,
      name,
      ...(namespace && { namespace }),
      ...((definition.custom || pod) && { generation: 1 }),
    },
    ...(separate ? first : status !== undefined && { status }),
  };
}

function suffix(random: () => number): string {
  const letter = () =>
    SUFFIX_LETTERS.charAt(Math.floor(random() * SUFFIX_LETTERS.length));
  return Array.from({ length: SUFFIX_LENGTH }, letter).join('');
}
