/** What was asked makes no sense; `says` tells which part and what would. */
export class InvalidQuery extends Error {
  constructor(says: string) {
    super(says);
    this.name = 'InvalidQuery';
  }
}
