/** A name that no cluster can have; nothing was sent. */
export class InvalidRequest extends Error {
  readonly because = 'invalid-request';

  constructor(
    /** Which part, for example `namespace`. */
    readonly part: string,
  ) {
    super(`Not a valid ${part}`);
    this.name = 'InvalidRequest';
  }
}
