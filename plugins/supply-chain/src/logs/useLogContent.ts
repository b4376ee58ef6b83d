import { fetchApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { browserEnvironment } from '../api/browserEnvironment';
import { SupplyChainError } from '../api/SupplyChainError';
import type { LogConnection } from './BuildLogs';
import type { LogContent } from './LogContent';
import { onceAFrame } from './onceAFrame';
import { readLogContent } from './readLogContent';
import { soon } from './search/soon';
import { StepLog } from './StepLog';

const { now } = browserEnvironment();

/** A log that is being read; tells React of its changes, at most once a frame. */
class ReadLog {
  readonly log = new StepLog();
  connection: LogConnection = { state: 'connecting' };
  version = 0;
  private readonly listeners = new Set<() => void>();
  private readonly schedule = onceAFrame();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  changed = (connection: LogConnection): void => {
    this.connection = connection;
    this.version += 1;
    this.schedule(() => {
      for (const listener of this.listeners) listener();
    });
  };
}

/** Reads a log for as long as it is shown. Other content is another log, from its start. */
export function useLogContent(content: LogContent): {
  log: StepLog;
  connection: LogConnection;
  version: number;
} {
  const { fetch } = useApi(fetchApiRef);
  const [read, setRead] = useState(() => new ReadLog());
  const text = 'text' in content ? content.text : undefined;
  const url = 'url' in content ? content.url : undefined;
  const stream = 'stream' in content ? content.stream : undefined;

  useEffect(() => {
    const aborter = new AbortController();
    const { signal } = aborter;
    const next = new ReadLog();
    setRead(next);
    const what = only(text, url, stream);
    const deps = { fetch, now, soon };
    readLogContent(what, next.log.buffer, deps, signal, () =>
      next.changed({ state: 'live' }),
    ).then(
      () => {
        if (signal.aborted) return;
        next.log.ended = true;
        next.changed({ state: 'done' });
      },
      (reason: unknown) => {
        const says = reason instanceof Error ? reason.message : String(reason);
        const error = new SupplyChainError('network', says);
        next.changed({ state: 'failed', error });
      },
    );
    return () => aborter.abort();
  }, [fetch, text, url, stream]);

  const version = useSyncExternalStore(read.subscribe, () => read.version);
  return { log: read.log, connection: read.connection, version };
}

/** The content again, but the same for the same parts: who shows a log writes `log={{ text }}` anew each time. */
function only(
  text: string | undefined,
  url: string | undefined,
  stream: Extract<LogContent, { stream: unknown }>['stream'] | undefined,
): LogContent {
  if (stream) return { stream };
  return url === undefined ? { text: text ?? '' } : { url };
}
