/** Nothing that depends on owners can be decided: what may be seen is not guessed. */
export class OwnersUnknown extends Error {
  constructor(options?: { readonly cause?: unknown }) {
    super(
      'The software catalog does not answer, and what you may see depends on who owns what: try again when it does',
      options,
    );
    this.name = 'OwnersUnknown';
  }
}
