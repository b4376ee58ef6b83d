import { createServer as createHttpServer } from 'node:http';
import type { RequestListener, Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Server as HttpsServer } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { KeyAndCertificate } from '../tls/selfSignedCertificate.ts';

/** Go's HTTP server, which the API server uses, keeps idle connections this long (IdleTimeout). */
const KEEP_ALIVE_MS = 90_000;
const LOOPBACK = '127.0.0.1';
/** The first byte of a TLS connection: a handshake record. No HTTP request starts with it. */
const TLS_HANDSHAKE = 0x16;

/** One port on loopback that speaks HTTP to those who begin with HTTP, and HTTPS to those who begin with TLS. */
export class TwoFacedServer {
  readonly #plain: HttpServer;
  readonly #secure: HttpsServer;
  readonly #door: Server;
  readonly #sockets = new Set<Socket>();
  readonly #onCount: (open: number) => void;

  constructor(
    tls: KeyAndCertificate,
    handle: RequestListener,
    onCount: (open: number) => void,
  ) {
    this.#onCount = onCount;
    this.#plain = createHttpServer(handle);
    this.#secure = createHttpsServer({ ...tls }, handle);
    for (const server of [this.#plain, this.#secure]) {
      server.keepAliveTimeout = KEEP_ALIVE_MS;
      // A watch may be silent for as long as it likes.
      server.requestTimeout = 0;
    }
    this.#door = createServer({ noDelay: true }, socket =>
      this.#welcome(socket),
    );
  }

  get listening(): boolean {
    return this.#door.listening;
  }

  /** Resolves to the port; rejects when it is taken. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#door.once('error', reject);
      this.#door.listen(port, LOOPBACK, () => {
        this.#door.off('error', reject);
        resolve();
      });
    });
    return (this.#door.address() as AddressInfo).port;
  }

  /** Ends every connection with a TCP reset; the door stays as it is. */
  resetConnections(): void {
    for (const socket of [...this.#sockets]) socket.resetAndDestroy();
  }

  /** Nobody listens any more and nobody is connected. */
  async stop(): Promise<void> {
    const stopped = new Promise<void>(resolve => {
      if (this.#door.listening) this.#door.close(() => resolve());
      else resolve();
    });
    for (const socket of [...this.#sockets]) socket.destroy();
    await stopped;
  }

  /** The HTTP servers' own housekeeping timers go with this. */
  async close(): Promise<void> {
    await this.stop();
    this.#plain.close();
    this.#secure.close();
  }

  #welcome(socket: Socket): void {
    this.#sockets.add(socket);
    this.#onCount(this.#sockets.size);
    // A client that resets its connection is no error of ours.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#onCount(this.#sockets.size);
    });
    socket.once('readable', () => {
      const first = socket.read(1) as Buffer | null;
      if (!first) return;
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? this.#secure : this.#plain).emit(
        'connection',
        socket,
      );
    });
  }
}
