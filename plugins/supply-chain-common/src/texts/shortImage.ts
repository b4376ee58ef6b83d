/** Digits of a digest shown to people: enough to tell two apart at a glance. */
const SHORT = 7;

/**
 * An image reference in its shortest telling form: the tag if it has one, else the beginning of the digest
 * (`sha256:6d26762`), else the last part of the repository.
 */
export function shortImage(image: string): string {
  const reference = image.trim();
  const at = reference.indexOf('@');
  const name = at < 0 ? reference : reference.slice(0, at);
  const digest = at < 0 ? '' : reference.slice(at + 1);
  const last = name.slice(name.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  if (colon > 0) return last.slice(colon + 1);
  const [algorithm, hex] = digest.split(':');
  if (algorithm && hex) return `${algorithm}:${hex.slice(0, SHORT)}`;
  return last;
}
