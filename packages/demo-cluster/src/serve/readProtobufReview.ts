import { readProtobuf } from '../http/readProtobuf.ts';
import { StatusError } from '../http/StatusError.ts';

/** Every protobuf body of Kubernetes begins with this. */
const MAGIC = Buffer.from('k8s\0');
/** Field numbers of k8s.io/api/authorization/v1/generated.proto. */
const RESOURCE_ATTRIBUTES = [
  'namespace',
  'verb',
  'group',
  'version',
  'resource',
  'subresource',
  'name',
];
const PATH_ATTRIBUTES = ['path', 'verb'];
const RAW = 2;
const SPEC = 2;

/**
 * The spec of a review as JSON. `kubectl auth can-i` asks in protobuf and does not try JSON when
 * refused; of all bodies only these have to be understood.
 */
export function readProtobufReview(
  body: Buffer,
  kind: string,
): Record<string, unknown> {
  try {
    if (!body.subarray(0, MAGIC.length).equals(MAGIC))
      throw new RangeError('protobuf: no k8s prefix');
    const review = readProtobuf(
      readProtobuf(body.subarray(MAGIC.length)).get(RAW) ?? Buffer.alloc(0),
    );
    const spec = readProtobuf(review.get(SPEC) ?? Buffer.alloc(0));
    if (kind === 'SelfSubjectRulesReview') return texts(spec, ['namespace']);
    const resource = spec.get(1);
    const path = spec.get(2);
    return {
      ...(resource && {
        resourceAttributes: texts(readProtobuf(resource), RESOURCE_ATTRIBUTES),
      }),
      ...(path && {
        nonResourceAttributes: texts(readProtobuf(path), PATH_ATTRIBUTES),
      }),
    };
  } catch (error) {
    if (error instanceof RangeError)
      throw StatusError.badRequest(
        `unable to decode the body: ${error.message}`,
      );
    throw error;
  }
}

function texts(
  fields: ReadonlyMap<number, Buffer>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.map((name, i) => [name, fields.get(i + 1)?.toString('utf8') ?? '']),
  );
}
