/** What stands where text was cut: nobody may take a part for the whole. */
const SIGN = '…';

/** At most `max` UTF-16 units, the sign included; never ends in half a character. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, Math.max(0, max - SIGN.length));
  const last = kept.charCodeAt(kept.length - 1);
  const half = last >= 0xd800 && last <= 0xdbff;
  return (half ? kept.slice(0, -1) : kept) + SIGN;
}
