/** Something one can do with a log: a button above it, an entry of its menu where that is narrow, and a key. */
export type LogAction = {
  readonly name: string;
  /** As `KeyboardEvent.key` has it; empty for one of several choices. */
  readonly key: string;
  /** On the button. */
  readonly label: string;
  /** In the list of keys. */
  readonly does: string;
  readonly run: () => void;
  /** On or off, for what is a switch. */
  readonly pressed?: boolean;
  /** One of several, of which one is on. */
  readonly isChoice?: boolean;
  /** Why it cannot be done now. */
  readonly disabledBecause?: string | undefined;
};
