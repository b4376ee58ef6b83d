/** Too many containers are read at once: the bound is there to protect the API servers and this backend's memory. */
export class TooManyLogs extends Error {
  constructor(readonly most: number, readonly retryAfterMs: number) {
    super(
      `The logs of ${most} containers are being followed already, which is as many as this backend follows at once: ask again in a while, or let whoever runs Backstage raise supplyChain.logs.containers`,
    );
    this.name = 'TooManyLogs';
  }
}
