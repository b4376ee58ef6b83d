import { readContinueToken } from '../http/readContinueToken.ts';
import { writeContinueToken } from '../http/writeContinueToken.ts';
import type { ListMeta } from '../http/ObjectForms.ts';
import type { ListOptions } from './parseListOptions.ts';
import { parseListOptions } from './parseListOptions.ts';
import { StatusError } from '../http/StatusError.ts';
import type { Snapshot } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { ApiCall } from './ApiCall.ts';
import { formsOf } from './formsOf.ts';
import { readVersion } from './readVersion.ts';

const LIST_TOO_OLD = 'The resourceVersion for the provided list is too old.';
const CONTINUE_TOO_OLD =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without ' +
  'the continue parameter, or use the continue token in this response to retrieve the remainder of the results. ' +
  'Continuing with the provided token results in an inconsistent list - objects that were created, modified, or ' +
  'deleted between the time the first chunk was returned and now may show up in the list.';

/** GET of a collection: whole or in pages that all show one version. */
export async function serveList(call: ApiCall): Promise<void> {
  const { context, definition, exchange } = call;
  const options = parseListOptions(
    exchange.url.searchParams,
    definition,
    false,
  );
  const forms = formsOf(call, options.include);
  const { snapshot, start } = snapshotFor(call, options);
  // A list from version 0 comes from the watch cache, which knows no pages.
  const limit =
    options.resourceVersion === '0' && !options.continue ? 0 : options.limit;
  const { items, meta } = page(snapshot, options, start, limit);
  if (
    context.faults.settings.gone === 'status' &&
    (options.continue || Number(options.resourceVersion) > 0)
  ) {
    throw StatusError.expired(
      options.continue ? CONTINUE_TOO_OLD : LIST_TOO_OLD,
    );
  }
  await exchange.sendPieces(forms.list(items, meta));
}

function snapshotFor(
  call: ApiCall,
  options: ListOptions,
): { snapshot: Snapshot; start: string } {
  const { context, definition, stored, target } = call;
  const inNamespace =
    definition.namespaced && target.namespace
      ? { namespace: target.namespace }
      : {};
  if (options.continue) {
    if (options.resourceVersion && options.resourceVersion !== '0') {
      throw StatusError.badRequest(
        'specifying resource version is not allowed when using continue',
      );
    }
    const token = readContinueToken(options.continue);
    if (token.version < 0)
      return {
        snapshot: context.state.list(stored, inNamespace),
        start: token.start,
      };
    const snapshot = context.state.listAt(stored, token.version, inNamespace);
    if (snapshot) return { snapshot, start: token.start };
    throw StatusError.expired(
      CONTINUE_TOO_OLD,
      writeContinueToken({ version: -1, start: token.start }),
    );
  }
  const version = listVersion(options.resourceVersion);
  const current = Number(context.state.resourceVersion);
  if (version > current) throw StatusError.tooLargeVersion(version, current);
  // Without a match, a version with a limit has always meant exactly that version.
  const exact =
    options.match === 'Exact' || (options.match === '' && options.limit > 0);
  if (!exact || version === 0)
    return { snapshot: context.state.list(stored, inNamespace), start: '' };
  const snapshot = context.state.listAt(stored, version, inNamespace);
  if (!snapshot) throw StatusError.expired(LIST_TOO_OLD);
  return { snapshot, start: '' };
}

/** What makes a watch fail with a 500 is a 400 for a list. */
function listVersion(text: string): number {
  try {
    return readVersion(text);
  } catch (error) {
    throw StatusError.badRequest(
      `invalid resource version: ${
        error instanceof Error ? error.message : ''
      }`,
    );
  }
}

function page(
  snapshot: Snapshot,
  options: ListOptions,
  start: string,
  limit: number,
): { items: KubeObject[]; meta: ListMeta } {
  const items: KubeObject[] = [];
  const { resourceVersion } = snapshot;
  let last = '';
  for (const [i, object] of snapshot.items.entries()) {
    const key = keyOf(object);
    if (key < start || !options.matches(object)) continue;
    if (limit > 0 && items.length === limit) {
      const token = writeContinueToken({
        version: Number(resourceVersion),
        start: `${last}\u0000`,
      });
      // How many of the rest match a selector nobody counts.
      const remaining = options.selective
        ? {}
        : { remainingItemCount: snapshot.items.length - i };
      return {
        items,
        meta: { continue: token, ...remaining, resourceVersion },
      };
    }
    items.push(object);
    last = key;
  }
  return { items, meta: { resourceVersion } };
}

function keyOf(object: KubeObject): string {
  const { namespace, name } = object.metadata;
  return namespace ? `${namespace}/${name}` : name;
}
