import type { LogCompleteness } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What is known of the archived log of one container. */
export interface ArchivedLog {
  readonly container: string;
  /** Of the pod that it was read from: kpack may run a build again in another one. */
  readonly podUid: string | undefined;
  /** With the time before each line, as it is kept. */
  readonly bytes: number;
  readonly storedBytes: number;
  readonly lines: number;
  /** Of these bytes, in hex. */
  readonly sha256: string;
  /** RFC 3339 as the kubelet wrote them, of the first and last line. */
  readonly firstAt: string | undefined;
  readonly lastAt: string | undefined;
  /** Milliseconds since the epoch. */
  readonly archivedAt: number;
  readonly completeness: LogCompleteness;
}
