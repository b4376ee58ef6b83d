/** `21:21:28.051` in the reader's own time zone; as many blanks when nobody knows. */
export function formatTime(time: number | undefined): string {
  if (time === undefined) return ' '.repeat('00:00:00.000'.length);
  const at = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const ms = String(at.getMilliseconds()).padStart(3, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(
    at.getSeconds(),
  )}.${ms}`;
}
