import { useCallback, useRef } from 'react';
import type { LineRange } from './lineRange';

/** Where picking began and where it is, from 0. */
type Pick = { anchor: number; focus: number };

export type LinePickDeps = {
  picked: LineRange | undefined;
  lineCount: number;
  /** Where picking by keyboard begins, from 0. */
  startLine: () => number;
  onPick: (range: LineRange) => void;
  /** Brings a line into view, from 0. */
  show: (line: number) => void;
};

/** Picks lines by mouse (`pick`) and by keyboard (`move`); with `extend` a range grows or shrinks from where it began. */
export function useLinePick(deps: LinePickDeps): {
  pick: (line: number, extend: boolean) => void;
  move: (by: 1 | -1, extend: boolean) => void;
} {
  const latest = useRef(deps);
  latest.current = deps;
  const last = useRef<Pick>();

  const set = useCallback((next: Pick) => {
    last.current = next;
    latest.current.onPick(rangeOf(next));
  }, []);

  const pick = useCallback(
    (line: number, extend: boolean) => {
      const before = known(last.current, latest.current.picked);
      set({ anchor: extend && before ? before.anchor : line, focus: line });
    },
    [set],
  );

  const move = useCallback(
    (by: 1 | -1, extend: boolean) => {
      const { picked, lineCount, startLine, show } = latest.current;
      if (lineCount === 0) return;
      const before = known(last.current, picked);
      const wanted = before ? before.focus + by : startLine();
      const focus = Math.min(Math.max(wanted, 0), lineCount - 1);
      set({ anchor: extend && before ? before.anchor : focus, focus });
      show(focus);
    },
    [set],
  );
  return { pick, move };
}

/** What was picked last, if it still is: the address may have been changed since. */
function known(
  last: Pick | undefined,
  picked: LineRange | undefined,
): Pick | undefined {
  if (!picked) return undefined;
  const range = last && rangeOf(last);
  return range?.from === picked.from && range.to === picked.to
    ? last
    : { anchor: picked.from - 1, focus: picked.to - 1 };
}

function rangeOf({ anchor, focus }: Pick): LineRange {
  return {
    from: Math.min(anchor, focus) + 1,
    to: Math.max(anchor, focus) + 1,
  };
}
