import type { ListOptions } from './parseListOptions.ts';
import { parseListOptions } from './parseListOptions.ts';
import { StatusError } from '../http/StatusError.ts';
import type { Change } from '../state/Change.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { ApiCall } from './ApiCall.ts';
import { formsOf } from './formsOf.ts';
import { readVersion } from './readVersion.ts';

/** The API server ends a watch after 30 to 60 minutes (--min-request-timeout) unless told otherwise. */
const LONGEST_WATCH_MS = 30 * 60_000;
/** The API server looks about once a second for whom a bookmark is due; measured on a v1.34: 0 to 1.2 s late. */
const BOOKMARK_LATE_MS = 1200;
/** The last bookmark comes this long before the end that was asked for (apiserver cacher). */
const BOOKMARK_BEFORE_END_MS = 2000;

/** GET of a collection with `watch`: the state first if asked for, then every change until someone ends it. */
export function serveWatch(call: ApiCall): void {
  const { context, definition, exchange, stored } = call;
  const { clock, faults, metrics, state } = context;
  const { noInitialEvents } = faults.settings;
  const options = parseListOptions(
    exchange.url.searchParams,
    definition,
    true,
    noInitialEvents && STREAMS[noInitialEvents],
  );
  const forms = formsOf(call, options.include);
  const from = readVersion(options.resourceVersion);
  if (faults.settings.gone === 'status' && from > 0) {
    throw StatusError.expired(
      `too old resource version: ${from} (${state.resourceVersion})`,
    );
  }
  const inScope = scopeOf(call, options);
  const stream = exchange.openStream('application/json', faults);
  metrics.openWatches += 1;
  stream.onClose(() => {
    metrics.openWatches -= 1;
  });

  const write = (type: Change['type'], object: KubeObject) => {
    const line = forms.event(type, object);
    if (!faults.takeCutEvent()) stream.write(line);
    else stream.cut(line.slice(0, line.length / 2));
  };
  const send = (change: Change) => {
    const event = eventFor(change, inScope);
    if (event) write(event.type, event.object);
  };
  if (options.sendInitialEvents && noInitialEvents === 'unsupported') {
    stream.write(noProgress(definition.plural));
    stream.end();
    return;
  }
  const initial = options.sendInitialEvents ?? from === 0;
  let seen = from;
  if (initial) {
    for (const object of state.list(stored).items) {
      if (inScope(object)) write('ADDED', object);
    }
    if (options.allowWatchBookmarks && noInitialEvents !== 'ignored')
      stream.write(forms.bookmark(state.resourceVersion, true));
    seen = Number(state.resourceVersion);
  } else if (from === 0) {
    seen = Number(state.resourceVersion);
  } else {
    const missed =
      faults.settings.gone === 'in-stream'
        ? undefined
        : state.changesSince(stored, from);
    if (!missed) {
      stream.write(tooOld(from, state.compactedVersion));
      stream.end();
      return;
    }
    missed.forEach(send);
  }

  stream.onClose(
    state.subscribe(change => {
      const { group, plural } = change.resource;
      if (
        plural === stored.plural &&
        group === stored.group &&
        change.version > seen
      )
        send(change);
    }),
  );
  stream.onClose(faults.onEndWatches(() => stream.end()));
  stream.onClose(
    faults.subscribe(() => {
      if (faults.isAbsent(definition.group, definition.plural)) stream.end();
    }),
  );
  const lengthMs =
    options.timeoutSeconds * 1000 || LONGEST_WATCH_MS * (1 + context.random());
  stream.onClose(
    clock.after(
      Math.min(lengthMs, faults.settings.endWatchesAfterMs ?? Infinity),
      () => stream.end(),
    ),
  );
  if (!options.allowWatchBookmarks || faults.settings.noBookmarks) return;

  const bookmark = () => {
    // Of a version that lies in the future nothing is known yet.
    if (Number(state.resourceVersion) >= seen)
      stream.write(forms.bookmark(state.resourceVersion, false));
  };
  let cancel = () => {};
  const bookmarkLater = () => {
    const late = context.random() * BOOKMARK_LATE_MS;
    cancel = clock.after(context.bookmarkMs + late, () => {
      bookmark();
      bookmarkLater();
    });
  };
  bookmarkLater();
  stream.onClose(() => cancel());
  if (lengthMs > BOOKMARK_BEFORE_END_MS) {
    stream.onClose(clock.after(lengthMs - BOOKMARK_BEFORE_END_MS, bookmark));
  }
}

/** What a server without initial events makes of the question. */
const STREAMS = {
  forbidden: 'off',
  unsupported: 'on',
  ignored: 'unknown',
} as const;

function scopeOf(
  { definition, target }: ApiCall,
  options: ListOptions,
): (object: KubeObject) => boolean {
  const namespace = definition.namespaced ? target.namespace : undefined;
  return object =>
    (!namespace || object.metadata.namespace === namespace) &&
    options.matches(object);
}

/** An object that leaves what is watched looks deleted, one that enters it looks new. */
function eventFor(
  change: Change,
  inScope: (object: KubeObject) => boolean,
): { type: Change['type']; object: KubeObject } | undefined {
  const { object, previous, type } = change;
  const was = previous !== undefined && inScope(previous);
  if (type === 'DELETED') return was ? { type, object } : undefined;
  const is = inScope(object);
  if (is) return { type: was ? 'MODIFIED' : 'ADDED', object };
  if (!was) return undefined;
  const { resourceVersion } = object.metadata;
  const gone = {
    ...previous,
    metadata: {
      ...previous.metadata,
      ...(resourceVersion && { resourceVersion }),
    },
  };
  return { type: 'DELETED', object: gone };
}

/** As a v1.34 server with an etcd older than 3.4.25 ends it. */
function noProgress(plural: string): string {
  const { body } = new StatusError(
    500,
    undefined,
    `unable to watch ${plural}: required storage feature RequestWatchProgress is disabled`,
  );
  return `${JSON.stringify({ type: 'ERROR', object: body })}\n`;
}

function tooOld(asked: number, oldest: number): string {
  const { body } = StatusError.expired(
    `too old resource version: ${asked} (${oldest})`,
  );
  return `${JSON.stringify({ type: 'ERROR', object: body })}\n`;
}
