/** The kubernetes plugin did not say which clusters there are; the message is the live copy's. */
export class NoClusters extends Error {
  constructor(says: string) {
    super(says);
    this.name = 'NoClusters';
  }
}
