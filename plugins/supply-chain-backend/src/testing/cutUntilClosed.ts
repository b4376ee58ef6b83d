import type { Server } from 'node:http';

/** ms. Long enough for what ends in good order. */
const CUT_EVERY = 500;

/**
 * Cuts what is connected to a server, again and again until it has closed. A connection on which nothing was asked yet counts
 * as busy for a minute: fetch leaves such when it is aborted early.
 */
export function cutUntilClosed(server: Server): void {
  if (!server.listening) return;
  const cutting = setInterval(() => server.closeAllConnections(), CUT_EVERY);
  cutting.unref();
  server.once('close', () => clearInterval(cutting));
}
