/** Digits of a commit shown to people, as `git log --oneline` shows them. */
const SHORT = 7;

/** A commit (SHA-1 or SHA-256) as its own word. */
const COMMIT = /(?:^|[^0-9a-f])([0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])/i;

/**
 * Seven digits of the commit in a revision as sources write it: `433a68c…`, `main@sha1:433a68c…` (Flux 2), `main/433a68c…` (Flux 1),
 * `…/433a68c….tar.gz`. Undefined when there is no commit in it.
 */
export function shortRevision(revision: string): string | undefined {
  return COMMIT.exec(revision)?.[1]?.slice(0, SHORT).toLowerCase();
}
