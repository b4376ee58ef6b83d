import { StatusError } from './StatusError.ts';

/** What a request asks for, as Kubernetes' RequestInfo has it. */
export type Target =
  | { readonly kind: 'path'; readonly verb: string; readonly path: string }
  | {
      readonly kind: 'resource';
      readonly verb: ResourceVerb;
      readonly group: string;
      readonly version: string;
      readonly plural: string;
      readonly subresource?: string;
      readonly namespace?: string;
      readonly name?: string;
    };

export type ResourceTarget = Extract<Target, { kind: 'resource' }>;

export type ResourceVerb =
  | 'get'
  | 'list'
  | 'watch'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete'
  | 'deletecollection';

/** Subresources of a namespace itself; any other word after its name is a kind in it. */
const OF_NAMESPACES = new Set(['status', 'finalize']);

/** Reads method and URL. Paths outside /api/… and /apis/… resources are told apart, not judged. */
export function parseTarget(
  method: string,
  pathname: string,
  query: URLSearchParams,
): Target {
  const parts = pathname.split('/').filter(Boolean).map(decode);
  const [root, ...rest] = parts;
  const here: Target = {
    kind: 'path',
    verb: method.toLowerCase(),
    path: pathname,
  };
  let group = '';
  if (root === 'apis') group = rest.shift() ?? '';
  else if (root !== 'api') return here;
  const version = rest.shift();
  if (!version || rest.length === 0 || (root === 'apis' && !group)) return here;

  let namespace: string | undefined;
  if (rest[0] === 'namespaces' && rest.length > 1) {
    namespace = rest[1];
    const inside = rest[2];
    if (inside !== undefined && !OF_NAMESPACES.has(inside)) rest.splice(0, 2);
  }
  const [plural, name, subresource] = rest;
  if (!plural || rest.length > 3) return here;
  const only = name ?? nameOnly(query);
  const verb = verbOf(method, name, query);
  if (!verb) throw StatusError.methodNotAllowed();
  return {
    kind: 'resource',
    verb,
    group,
    version,
    plural,
    ...(subresource && { subresource }),
    ...(namespace && { namespace }),
    ...((verb === 'list' || verb === 'watch' ? only : name) && {
      name: only ?? '',
    }),
  };
}

/** Rights may be given for one name; a list or watch of just that name then needs no more. */
function nameOnly(query: URLSearchParams): string | undefined {
  const match = /^metadata\.name==?([^=,]+)$/.exec(
    query.get('fieldSelector') ?? '',
  );
  return match?.[1];
}

function verbOf(
  method: string,
  name: string | undefined,
  query: URLSearchParams,
): ResourceVerb | undefined {
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (name) return 'get';
      return isTrue(query.get('watch')) ? 'watch' : 'list';
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return name ? 'delete' : 'deletecollection';
    default:
      return undefined;
  }
}

function isTrue(value: string | null): boolean {
  return value !== null && value !== 'false' && value !== '0';
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw StatusError.badRequest(
      `invalid URL escape in ${JSON.stringify(part)}`,
    );
  }
}
