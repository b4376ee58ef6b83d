import type { WorkerPort } from './SearchWorker';

/**
 * Starts the worker, or says that it cannot be: an old browser, or an app whose scripts come from another origin.
 * Named by the package's own entry, because a file beside this one is called differently once the package is built;
 * app bundlers find it either way. See docs/decisions/log-worker.md.
 */
export function startLogWorker(): WorkerPort | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    return new Worker(
      new URL(
        '@supply-chain-view/backstage-plugin-supply-chain/logWorker',
        import.meta.url,
      ),
      { name: 'supply-chain-log' },
    );
  } catch {
    // A SecurityError: the page searches by itself.
    return undefined;
  }
}
