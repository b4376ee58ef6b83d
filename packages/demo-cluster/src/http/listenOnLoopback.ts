import type { Server } from 'node:http';

const LOOPBACK = '127.0.0.1';

/** Serves on loopback until it is closed, which cuts what is open. Rejects when the port is taken; 0: any free one. */
export async function listenOnLoopback(
  server: Server,
  wanted: number,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(wanted, LOOPBACK, done);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://${LOOPBACK}:${port ?? wanted}`,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
