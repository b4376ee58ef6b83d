import { createServer } from 'node:net';
import { SetupError } from '../setup/SetupError.mjs';

/** Where each port is set, in the words of the command line. */
const FLAG = {
  backstage: '--port',
  build: '--port-build',
  run: '--port-run',
  control: '--port-control',
  registry: '--port-registry',
};

/**
 * Names the first port that something else listens on, and what to do about it.
 * @param {Record<keyof typeof FLAG, number>} ports
 */
export async function requireFreePorts(ports) {
  const seen = new Map();
  for (const [name, port] of Object.entries(ports)) {
    const flag = FLAG[name];
    if (seen.has(port)) {
      throw new SetupError(
        `${flag} and ${seen.get(port)} are both ${port}.`,
        'Give each a port of its own.',
      );
    }
    seen.set(port, flag);
    if (!(await isFree(port))) {
      throw new SetupError(
        `Port ${port} is taken.`,
        `Another demo may be running: end it. Or use another port: npm run demo -- ${flag} ${
          port + 1000
        }`,
      );
    }
  }
}

async function isFree(port) {
  // localhost is both of these; a listener on either would get our visitors.
  for (const host of ['127.0.0.1', '::1']) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

function canListen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
