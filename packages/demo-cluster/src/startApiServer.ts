import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { FaultKnobs } from './faults/FaultKnobs.ts';
import { Exchange } from './http/Exchange.ts';
import type { MetricsSnapshot } from './http/ServerMetrics.ts';
import { ServerMetrics } from './http/ServerMetrics.ts';
import { StatusError } from './http/StatusError.ts';
import { RbacAuthorizer } from './rbac/RbacAuthorizer.ts';
import type { ApiContext } from './serve/ApiContext.ts';
import { serveRequest } from './serve/serveRequest.ts';
import type { ClusterState } from './state/ClusterState.ts';
import type { Clock } from './state/Clock.ts';
import { systemClock } from './state/systemClock.ts';

/** The API server sends bookmarks about once a minute (apiserver cacher, defaultBookmarkFrequency). */
const BOOKMARK_MS = 60_000;
/** Go's HTTP server, which the API server uses, keeps idle connections this long (IdleTimeout). */
const KEEP_ALIVE_MS = 90_000;
const LOOPBACK = '127.0.0.1';

export interface ApiServerOptions {
  readonly state: ClusterState;
  /** Who is who; what they may do stands in the state's Roles and bindings. The group system:masters may do all. */
  readonly tokens: readonly {
    readonly token: string;
    readonly name: string;
    readonly groups?: readonly string[];
  }[];
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly faults?: FaultKnobs;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly bookmarkMs?: number;
  readonly logger?: { error(message: string): void };
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface RunningApiServer {
  readonly url: string;
  readonly port: number;
  readonly faults: FaultKnobs;
  metrics(): MetricsSnapshot;
  /** Resolves when every connection, timer and subscription is gone. */
  close(): Promise<void>;
}

/** Serves a cluster's state as a Kubernetes API on loopback. Rejects when the port is taken. */
export async function startApiServer(
  options: ApiServerOptions,
): Promise<RunningApiServer> {
  const { state, tls } = options;
  const metrics = new ServerMetrics();
  const faults = options.faults ?? new FaultKnobs();
  const context: ApiContext = {
    state,
    clock: options.clock ?? systemClock,
    faults,
    authorizer: new RbacAuthorizer(state),
    metrics,
    users: new Map(
      options.tokens.map(({ token, name, groups = [] }) => [
        token,
        { name, groups: [...groups, 'system:authenticated'] },
      ]),
    ),
    bookmarkMs: options.bookmarkMs ?? BOOKMARK_MS,
    random: options.random ?? Math.random,
  };
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    void answer(context, request, response, options.logger);
  };
  const server: Server = tls
    ? createHttpsServer(tls, handle)
    : createHttpServer(handle);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // A watch may be silent for as long as it likes.
  server.requestTimeout = 0;
  const sockets = new Set<Socket>();
  server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => {
    sockets.add(socket);
    metrics.openConnections = sockets.size;
    // A client that resets its connection is no error of ours.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      metrics.openConnections = sockets.size;
    });
  });

  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  let closing = false;
  const unsubscribe = faults.subscribe(() => {
    const { dead, resetConnections } = faults.settings;
    if (dead || resetConnections)
      for (const socket of [...sockets]) socket.resetAndDestroy();
    if (dead && server.listening) server.close();
    if (!dead && !server.listening && !closing) {
      listen(server, port).catch((error: Error) => {
        options.logger?.error(
          `demo cluster: cannot listen on port ${port} again: ${error.message}`,
        );
      });
    }
  });
  return {
    url: `${tls ? 'https' : 'http'}://${LOOPBACK}:${port}`,
    port,
    faults,
    metrics: () => metrics.snapshot(),
    async close() {
      closing = true;
      unsubscribe();
      const closed = new Promise<void>(resolve => {
        if (server.listening) server.close(() => resolve());
        else resolve();
      });
      for (const socket of [...sockets]) socket.destroy();
      await closed;
    },
  };
}

async function answer(
  context: ApiContext,
  request: IncomingMessage,
  response: ServerResponse,
  logger: ApiServerOptions['logger'],
): Promise<void> {
  response.on('error', () => response.destroy());
  response.once('close', () => {
    if (response.headersSent) context.metrics.countStatus(response.statusCode);
  });
  const exchange = new Exchange(request, response);
  try {
    await serveRequest(context, exchange);
  } catch (error) {
    if (error instanceof StatusError) {
      exchange.sendError(error);
    } else if (!exchange.abandoned) {
      logger?.error(
        `demo cluster: ${request.method} ${request.url} failed: ${String(
          error,
        )}`,
      );
      if (exchange.answered) response.destroy();
      else
        exchange.sendError(
          new StatusError(
            500,
            'InternalError',
            'Internal error occurred: see the log of the demo cluster',
          ),
        );
    }
  }
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
