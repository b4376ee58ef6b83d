/** Largest unit first; an age is told in the first that fits, so that it stays one word long. */
const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `18 min`: a duration in one unit, rounded down. Clocks that differ make no negative ages. */
export function ageWords(ms: number, language?: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [unit, size] =
    UNITS.find(([, each]) => seconds >= each) ?? (['second', 1] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'day' ? 'long' : 'short',
  }).format(Math.floor(seconds / size));
}
