import type { LoggedWhat } from '../logs/LoggedWhat';

/** The caller may see the build or the run, and so may know this much. */
export class LogsDenied extends Error {
  constructor(what: LoggedWhat) {
    super(
      `You may see this ${what} but not read its logs: the permission supply-chain.logs.read is missing`,
    );
    this.name = 'LogsDenied';
  }
}
