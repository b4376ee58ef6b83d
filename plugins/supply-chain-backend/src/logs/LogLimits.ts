import { LOG_BOUNDS, type LogBounds } from './LogBounds';

/** What all logs together may cost this backend; whoever runs it may set it. */
export interface LogLimits {
  /** Of each log that is followed. */
  readonly each: LogBounds;
  /** Containers that are read at once: each is a connection to a cluster, and for the API server one to a kubelet. */
  readonly containers: number;
  /** Bytes of all logs that are held for their viewers. */
  readonly heldBytes: number;
}

/** 500 connections are few for an API server, and 256 MiB leave a backend of 1 GiB room for what else it does. */
export const LOG_LIMITS: LogLimits = {
  each: LOG_BOUNDS,
  containers: 500,
  heldBytes: 256 * 1024 * 1024,
};
