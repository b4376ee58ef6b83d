/** An object whose shape cannot be read at all; the message tells which field. Everything less than that is dropped silently. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
