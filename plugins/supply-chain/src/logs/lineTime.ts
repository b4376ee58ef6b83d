import { ageWords } from '../time/ageWords';

/** Beside each line: when it was written, by the clock, before now, after the step began, or after the line before. */
export const TIME_MODES = [
  'off',
  'clock',
  'ago',
  'since-start',
  'since-line',
] as const;
export type TimeMode = (typeof TIME_MODES)[number];

/** Characters of a time of each mode; longer ones push the text of their line. */
export const TIME_WIDTH: Readonly<Record<TimeMode, number>> = {
  off: 0,
  clock: 12,
  ago: 8,
  'since-start': 11,
  'since-line': 10,
};

/** What a time is told against; all in ms since 1970. */
export type TimeOrigins = {
  readonly now: number;
  readonly start: number | undefined;
  /** When the line before was written. */
  readonly before: number | undefined;
};

/** `21:21:28.051` in the reader's own time zone, `3 min`, `+0:12.400` or `+0.051 s`; blanks where nobody knows. */
export function lineTime(
  mode: TimeMode,
  time: number | undefined,
  { now, start, before }: TimeOrigins,
): string {
  return words().padStart(TIME_WIDTH[mode]);

  function words(): string {
    if (time === undefined) return '';
    switch (mode) {
      case 'off':
        return '';
      case 'clock':
        return clockTime(new Date(time));
      case 'ago':
        return ageWords(now - time);
      case 'since-start':
        return start === undefined ? '' : elapsed(time - start);
      case 'since-line':
        return before === undefined ? '' : seconds(time - before);
      default:
        return mode satisfies never;
    }
  }
}

function clockTime(at: Date): string {
  const ms = String(at.getMilliseconds()).padStart(3, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(
    at.getSeconds(),
  )}.${ms}`;
}

/** `+1:02:03.004`. Clocks of different machines: a line may be older than its step. */
function elapsed(ms: number): string {
  const size = Math.abs(ms);
  const hours = Math.floor(size / 3_600_000);
  const minutes = Math.floor(size / 60_000) % 60;
  const rest = (size % 60_000) / 1000;
  const clock = `${minutes}:${rest.toFixed(3).padStart(6, '0')}`;
  const whole = hours > 0 ? `${hours}:${clock.padStart(9, '0')}` : clock;
  return `${sign(ms)}${whole}`;
}

function seconds(ms: number): string {
  return `${sign(ms)}${(Math.abs(ms) / 1000).toFixed(3)} s`;
}

const sign = (ms: number) => (ms < 0 ? '-' : '+');
const two = (value: number) => String(value).padStart(2, '0');
