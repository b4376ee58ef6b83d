/** More rebuilds of one image than anybody needs. */
export class TooManyTriggers extends Error {
  constructor(limit: number, readonly retryAfterMs: number) {
    super(
      `Rebuilds of this image were asked for ${limit} times within a minute, which is the limit: try again in ${Math.ceil(
        retryAfterMs / 1000,
      )} s`,
    );
    this.name = 'TooManyTriggers';
  }
}
