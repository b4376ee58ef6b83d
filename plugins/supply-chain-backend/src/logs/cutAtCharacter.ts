/** UTF-8: bytes of a character after its first look like this. */
const isContinuation = (byte: number | undefined) =>
  byte !== undefined && byte >= 0x80 && byte < 0xc0;

/** The longest a character is. */
const LONGEST = 4;

/** The beginning of UTF-8 text, at most so many bytes, without the half of a character. */
export function cutAtCharacter(bytes: Buffer, most: number): Buffer {
  if (bytes.length <= most) return bytes;
  let end = most;
  while (end > 0 && most - end < LONGEST && isContinuation(bytes[end])) {
    end -= 1;
  }
  // More of them than a character can have: this is not UTF-8, and one place is as good as another.
  return bytes.subarray(0, isContinuation(bytes[end]) ? most : end);
}
