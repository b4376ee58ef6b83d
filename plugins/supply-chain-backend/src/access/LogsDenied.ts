/** The caller may see the build, and so may know this much. */
export class LogsDenied extends Error {
  constructor() {
    super(
      'You may see this build but not read its logs: the permission supply-chain.logs.read is missing',
    );
    this.name = 'LogsDenied';
  }
}
