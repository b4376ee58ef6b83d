/** An image as somebody asked for it, and what that was when kpack looked last: it does not look again by itself. */
export type ResolvedImage = {
  /** As in the spec. */
  readonly asked?: string;
  /** What kpack resolved, which is older than `asked` while it has not seen a change. */
  readonly resolvedFrom?: string;
  /** `repo@sha256:...`. */
  readonly latestImage?: string;
};
