/** What one person's token shows is more than is kept of single persons. */
export class NoRoom extends Error {
  constructor(readonly says: string) {
    super(says);
    this.name = 'NoRoom';
  }
}
