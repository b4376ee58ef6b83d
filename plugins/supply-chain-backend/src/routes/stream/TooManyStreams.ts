/** More open streams than one person, or this backend, may have. */
export class TooManyStreams extends Error {
  constructor(
    whose: 'yours' | 'everybody',
    limit: number,
    readonly retryAfterMs: number,
  ) {
    super(
      whose === 'yours'
        ? `You have ${limit} streams open, pages and logs together, which is as many as a person may have: close a tab, or let whoever runs Backstage raise supplyChain.streams.perPerson`
        : `This backend has ${limit} streams open, which is as many as it may have: try again in a moment, or let whoever runs Backstage raise supplyChain.streams.total`,
    );
    this.name = 'TooManyStreams';
  }
}
