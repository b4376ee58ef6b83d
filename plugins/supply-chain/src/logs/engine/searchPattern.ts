const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

/** The query as it stands, upper or lower case; undefined for an empty one. Never an expression: a reader pastes text. */
export function searchPattern(query: string): RegExp | undefined {
  return query === ''
    ? undefined
    : new RegExp(query.replace(SYNTAX, '\\$&'), 'giu');
}
