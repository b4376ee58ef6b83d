import type { Exchange } from '../http/Exchange.ts';
import type { ResourceTarget } from '../http/parseTarget.ts';
import { StatusError } from '../http/StatusError.ts';
import type { User } from '../rbac/User.ts';
import type { ApiCall } from './ApiCall.ts';
import type { ApiContext } from './ApiContext.ts';
import { reviewResources } from './reviewResources.ts';
import { servedKinds } from './servedKinds.ts';
import { serveCreate } from './serveCreate.ts';
import { serveDelete, serveDeleteCollection } from './serveDelete.ts';
import { serveGet } from './serveGet.ts';
import { serveList } from './serveList.ts';
import { serveLog } from './serveLog.ts';
import { servePatch } from './servePatch.ts';
import { serveReview } from './serveReview.ts';
import { serveUpdate } from './serveUpdate.ts';
import { serveWatch } from './serveWatch.ts';

/** The bare text of the API server's router for groups that only a CRD could bring; the built-in ones answer a Status. */
const NO_SUCH_PAGE = '404 page not found\n';

/** Finds the kind and the handler of an authorised request. */
export async function serveResource(
  context: ApiContext,
  exchange: Exchange,
  user: User,
  target: ResourceTarget,
): Promise<void> {
  const review = reviewResources.find(isAsked(target));
  if (review && target.verb === 'create' && !target.subresource) {
    await serveReview(context, exchange, user, review);
    return;
  }
  const definition = servedKinds(context).find(isAsked(target));
  if (!definition || !fits(target, definition)) {
    if (definition ? !definition.custom : isBuiltinGroup(context, target)) {
      if (definition && isCollectionUpdate(target)) {
        throw StatusError.methodNotAllowed();
      }
      throw StatusError.noSuchPath();
    }
    exchange.sendText(404, NO_SUCH_PAGE);
    return;
  }
  const verbs = definition.verbs;
  if (verbs && !verbs.includes(target.verb))
    throw StatusError.methodNotAllowed();
  const call: ApiCall = {
    context,
    exchange,
    target,
    definition,
    stored: definition.storedAs ?? definition,
    user,
  };
  await serveVerb(call);
}

async function serveVerb(call: ApiCall): Promise<void> {
  const { verb, subresource, name } = call.target;
  if (subresource === 'log') {
    if (verb !== 'get') throw StatusError.methodNotAllowed();
    return serveLog(call);
  }
  switch (verb) {
    case 'get':
      return serveGet(call);
    case 'list':
      return serveList(call);
    case 'watch':
      return serveWatch(call);
    case 'create':
      if (name) throw StatusError.methodNotAllowed();
      return serveCreate(call);
    case 'update':
      return serveUpdate(call);
    case 'patch':
      return servePatch(call);
    case 'delete':
      return serveDelete(call);
    case 'deletecollection':
      return serveDeleteCollection(call);
    default:
      throw StatusError.methodNotAllowed();
  }
}

function isAsked({ group, plural, version }: ResourceTarget) {
  return (d: { group: string; plural: string; versions: readonly string[] }) =>
    d.group === group && d.plural === plural && d.versions.includes(version);
}

function isBuiltinGroup(context: ApiContext, target: ResourceTarget): boolean {
  const { group, version } = target;
  return servedKinds(context).some(
    d => d.group === group && d.versions.includes(version) && !d.custom,
  );
}

function isCollectionUpdate({ verb, name }: ResourceTarget): boolean {
  return (verb === 'update' || verb === 'patch') && !name;
}

/** Paths that name too much or too little for the kind are no paths at all. */
function fits(
  target: ResourceTarget,
  definition: ApiCall['definition'],
): boolean {
  const { verb, namespace, subresource, plural } = target;
  if (subresource && !(definition.subresources ?? []).includes(subresource))
    return false;
  const ofNamespaces = definition.group === '' && plural === 'namespaces';
  if (!definition.namespaced) return !namespace || ofNamespaces;
  const single =
    verb === 'get' ||
    verb === 'update' ||
    verb === 'patch' ||
    verb === 'delete' ||
    verb === 'create';
  if (single && !namespace) return false;
  return !isCollectionUpdate(target);
}
