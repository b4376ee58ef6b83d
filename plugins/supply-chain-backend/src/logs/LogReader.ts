import type {
  LogMessage,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Which part of a build's logs, as text. */
export interface LogTextRequest {
  /** Absent: every step that has started, each after a line `===> step`. */
  readonly step?: string | undefined;
  /** Each line after the time at which it was written. */
  readonly timestamps: boolean;
}

/** Where to begin to follow. */
export interface LogFollowRequest {
  /** Absent: every step, in the order in which they run. */
  readonly step?: string | undefined;
  /** A cursor of an earlier message. */
  readonly from?: string | undefined;
}

/**
 * The logs of image builds, and of other runs. `As` as in `SupplyChainReader`, `Of` names what wrote them. Readers are
 * wrapped by others of this interface: by the archive, which answers what pods no longer have, by rights and by the audit.
 * So its two methods stay as they are; what a log has to tell beyond lines (gaps, bounds) comes as a message of its own.
 */
export interface LogReader<As, Of extends ObjectRef = ObjectRef> {
  /**
   * The bytes as the containers wrote them up to now; with a step the same as `kubectl logs -c step`.
   * Resolves when the first byte can be had; throws `LogsGone`, `ContainerWaiting` and what a cluster refuses.
   */
  text(
    of: Of,
    request: LogTextRequest,
    as: As,
  ): Promise<AsyncIterable<Uint8Array>>;
  /** What is there and what comes, until it has ended. Resolves when it is clear that the caller may read it. */
  follow(
    of: Of,
    request: LogFollowRequest,
    as: As,
  ): Promise<AsyncIterable<LogMessage>>;
}
