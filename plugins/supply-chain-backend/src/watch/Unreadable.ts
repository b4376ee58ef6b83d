/** Thrown by `WatchedKind.read` for an object that cannot be shown; `message` says which field, never its value. */
export class Unreadable extends Error {
  constructor(says: string) {
    super(says);
    this.name = 'Unreadable';
  }
}
