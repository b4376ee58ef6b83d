/** The words that hold, as one. */
export function joinWords(
  words: readonly (string | false | 0 | undefined)[],
): string {
  return words.filter(Boolean).join(', ');
}
