/** More open streams than one person, or this backend, may have. */
export class TooManyStreams extends Error {
  constructor(
    whose: 'yours' | 'everybody',
    limit: number,
    readonly retryAfterMs: number,
  ) {
    super(
      whose === 'yours'
        ? `You have ${limit} streams open, which is the limit: close a tab`
        : `This backend has ${limit} streams open, which is its limit: try again in a moment`,
    );
    this.name = 'TooManyStreams';
  }
}
