/** What a reader looks for. */
export type SearchQuery = {
  readonly text: string;
  /** Tell upper and lower case apart. */
  readonly matchCase?: boolean;
  /** The text is a regular expression. */
  readonly isExpression?: boolean;
};
