import { useEffect, useRef, useState } from 'react';
import type { LiveEnvironment } from '../api/LiveEnvironment';
import { plainText } from './engine/plainText';
import type { StepLog } from './StepLog';

/** ms. Who listens can follow one announcement every five seconds. */
export const ANNOUNCE_EVERY = 5_000;

/** Lines read out as they are; more are counted. */
const READ_OUT = 3;

/** Characters of a line that are read out. */
const LINE_MAX = 200;

/** What is new: how many lines, and the last of them, or all when they are few. */
export type NewLines = { readonly count: number; readonly texts: string[] };

/** Lines that came since the last announcement, gathered for five seconds. Undefined while nothing is new. */
export function useNewLines(
  log: StepLog | undefined,
  isLive: boolean,
  { after }: Pick<LiveEnvironment, 'after'>,
): NewLines | undefined {
  const [news, setNews] = useState<NewLines>();
  const told = useRef({ log, lines: 0 });
  const waiting = useRef<() => void>();
  if (told.current.log !== log) told.current = { log, lines: 0 };
  const lineCount = log?.buffer.completeLines ?? 0;

  useEffect(() => {
    if (!log || !isLive) {
      told.current.lines = lineCount;
      return;
    }
    if (lineCount === told.current.lines) return;
    waiting.current ??= after(ANNOUNCE_EVERY, () => {
      waiting.current = undefined;
      const { lines } = told.current;
      const now = log.buffer.completeLines;
      if (told.current.log !== log || now <= lines) return;
      told.current.lines = now;
      setNews(newLines(log, lines, now));
    });
  }, [log, isLive, lineCount, after]);

  useEffect(
    () => () => {
      waiting.current?.();
      waiting.current = undefined;
      setNews(undefined);
    },
    [log],
  );
  return isLive ? news : undefined;
}

function newLines(log: StepLog, from: number, to: number): NewLines {
  const count = to - from;
  const texts: string[] = [];
  for (let line = count > READ_OUT ? to - 1 : from; line < to; line += 1)
    texts.push(plainText(log.buffer.line(line)).trim().slice(0, LINE_MAX));
  return { count, texts };
}
