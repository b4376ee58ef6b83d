import { serveSearches, type WorkerScope } from './logs/search/serveSearches';

// The types of a page and of a worker cannot be had together: of the worker's scope only this much is used.
serveSearches(globalThis as unknown as WorkerScope, () => performance.now());
