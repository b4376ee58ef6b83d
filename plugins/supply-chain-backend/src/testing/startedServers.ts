import type { Server } from 'node:http';

/** Those that a test file has started and that wait for their connections when they close: `setupTests` cuts what is left. */
export const startedServers = new Set<Server>();
