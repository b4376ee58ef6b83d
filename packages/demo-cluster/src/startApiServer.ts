import type { IncomingMessage, ServerResponse } from 'node:http';
import { FaultKnobs } from './faults/FaultKnobs.ts';
import { Exchange } from './http/Exchange.ts';
import type { MetricsSnapshot } from './http/ServerMetrics.ts';
import { ServerMetrics } from './http/ServerMetrics.ts';
import { StatusError } from './http/StatusError.ts';
import { TwoFacedServer } from './http/TwoFacedServer.ts';
import { RbacAuthorizer } from './rbac/RbacAuthorizer.ts';
import type { ApiContext } from './serve/ApiContext.ts';
import { serveRequest } from './serve/serveRequest.ts';
import type { ClusterState } from './state/ClusterState.ts';
import type { Clock } from './state/Clock.ts';
import { systemClock } from './state/systemClock.ts';
import type { KeyAndCertificate } from './tls/selfSignedCertificate.ts';
import { selfSignedCertificate } from './tls/selfSignedCertificate.ts';

/**
 * The API server sends each watch a bookmark a minute after it began, and again a minute later (apiserver cacher,
 * defaultBookmarkFrequency; it looks once a second or a little less often, which serveWatch adds by chance).
 */
const BOOKMARK_MS = 60_000;
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
  /** Absent: one made at the start, signed by itself. */
  readonly tls?: KeyAndCertificate;
}

export interface RunningApiServer {
  /** Plain HTTP. */
  readonly url: string;
  /** The same port with TLS: kubectl sends tokens over nothing else. */
  readonly secureUrl: string;
  readonly certificate: string;
  readonly port: number;
  readonly faults: FaultKnobs;
  /** From now on the user has this token, and the one before is refused. */
  rotateToken(user: string, token: string): void;
  metrics(): MetricsSnapshot;
  /** Resolves when every connection, timer and subscription is gone. */
  close(): Promise<void>;
}

/** Serves a cluster's state as a Kubernetes API on loopback. Rejects when the port is taken. */
export async function startApiServer(
  options: ApiServerOptions,
): Promise<RunningApiServer> {
  const { state } = options;
  const clock = options.clock ?? systemClock;
  const metrics = new ServerMetrics();
  const users = new Map(
    options.tokens.map(({ token, name, groups = [] }) => [
      token,
      { name, groups: [...groups, 'system:authenticated'] },
    ]),
  );
  const faults = options.faults ?? new FaultKnobs();
  const context: ApiContext = {
    state,
    clock,
    faults,
    authorizer: new RbacAuthorizer(state),
    metrics,
    users,
    bookmarkMs: options.bookmarkMs ?? BOOKMARK_MS,
    random: options.random ?? Math.random,
  };
  const unanswered = new Set<Promise<void>>();
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const over = new Promise<void>(resolve => {
      response.once('close', resolve);
    });
    unanswered.add(over);
    void over.then(() => unanswered.delete(over));
    // By the cluster's own clock, which may be wrong.
    response.setHeader('Date', new Date(clock.now()).toUTCString());
    void answer(context, request, response, options.logger);
  };
  const tls = options.tls ?? selfSignedCertificate(clock.now());
  const server = new TwoFacedServer(tls, handle, open => {
    metrics.openConnections = open;
  });
  const port = await server.listen(options.port ?? 0);
  let closing = false;
  const unsubscribe = faults.subscribe(() => {
    const { dead, resetConnections } = faults.settings;
    if (dead || resetConnections) server.resetConnections();
    if (dead) void server.stop();
    if (dead || server.listening || closing) return;
    server.listen(port).catch((error: Error) => {
      options.logger?.error(
        `demo cluster: cannot listen on port ${port} again: ${error.message}`,
      );
    });
  });
  return {
    url: `http://${LOOPBACK}:${port}`,
    secureUrl: `https://${LOOPBACK}:${port}`,
    certificate: tls.cert,
    port,
    faults,
    rotateToken(name, token) {
      for (const [old, user] of users) {
        if (user.name !== name) continue;
        users.delete(old);
        users.set(token, user);
        return;
      }
      throw new Error(`demo cluster: there is no user ${name}`);
    },
    metrics: () => metrics.snapshot(),
    async close() {
      closing = true;
      unsubscribe();
      await server.close();
      await Promise.all(unanswered);
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
