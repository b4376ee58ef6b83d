/** Characters two columns wide: East Asian scripts, fullwidth forms and emoji (Unicode UAX 11, by script rather than by table). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** Marks that join the character before them: accents, variation selectors, joiners, skin tones. */
const JOINS = /[\p{Mark}\p{Emoji_Modifier}\u200b-\u200d]/u;

/** Columns of a terminal that a character takes. 0: it stands in the column of the one before it. */
export function characterWidth(character: string): 0 | 1 | 2 {
  if (character < '\u0300') return 1;
  if (JOINS.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
