import type { LogBound } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A log has come to a bound that was set for it. Nothing is wrong: reading it ends here. */
export class BoundReached extends Error {
  constructor(readonly bound: LogBound, readonly most: number) {
    super(`This log has come to its bound of ${most} ${bound}`);
    this.name = 'BoundReached';
  }
}
