import type { Exchange } from '../http/Exchange.ts';
import { StatusError } from '../http/StatusError.ts';
import type { ApiContext } from './ApiContext.ts';

/** Lets a request run into the faults of its cluster. False: it will get no answer any more. */
export async function suffer(
  { clock, faults }: ApiContext,
  exchange: Exchange,
): Promise<boolean> {
  if (faults.settings.resetConnections) {
    exchange.reset();
    return false;
  }
  while (faults.settings.blackHole && !exchange.abandoned) {
    await until(exchange, done => faults.subscribe(done));
  }
  const { latencyMs } = faults.settings;
  if (latencyMs) await until(exchange, done => clock.after(latencyMs, done));
  if (exchange.abandoned) return false;
  const tooMany = faults.takeTooManyRequests();
  if (tooMany) {
    const { retryAfterSeconds } = tooMany;
    throw new StatusError(
      429,
      'TooManyRequests',
      'Too many requests, please try again later.',
      {
        details: { retryAfterSeconds },
        headers: { 'Retry-After': String(retryAfterSeconds) },
      },
    );
  }
  if (faults.takeServerError()) {
    throw new StatusError(
      500,
      'InternalError',
      'Internal error occurred: etcdserver: request timed out',
      {
        details: { causes: [{ message: 'etcdserver: request timed out' }] },
      },
    );
  }
  return true;
}

/** Waits for something, or for the client to leave. */
async function until(
  exchange: Exchange,
  wait: (done: () => void) => () => void,
): Promise<void> {
  await new Promise<void>(resolve => {
    const stop = wait(finish);
    const forget = exchange.onClose(finish);
    function finish() {
      stop();
      forget();
      resolve();
    }
  });
}
