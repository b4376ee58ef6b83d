/** A user of the default namespace, by the name alone; a group, a service or somebody of another namespace in full. */
const PLAIN_USER = /^user:default\/(.+)$/;

/** Who it was, short: `user:default/ann` is `ann`. */
export function personName(ref: string): string {
  return PLAIN_USER.exec(ref)?.[1] ?? ref;
}
