/** A whole commit, SHA-1 or SHA-256, that stands as its own word. */
const COMMIT = /(?:^|[^0-9a-f])([0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])/gi;

/** The last commit named in a revision or URL; the last, because a path may hold other digests before it. */
export function commitIn(text: string | undefined): string | undefined {
  const found = [...(text ?? '').matchAll(COMMIT)];
  return found.at(-1)?.[1]?.toLowerCase();
}
