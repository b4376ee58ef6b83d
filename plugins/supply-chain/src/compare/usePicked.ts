import { useCallback, useState } from 'react';

/** The builds that are picked to be compared, at most two: a third takes the place of the one picked first. */
export function usePicked(): {
  picked: readonly string[];
  toggle: (name: string) => void;
} {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const toggle = useCallback(
    (name: string) =>
      setPicked(before =>
        before.includes(name)
          ? before.filter(each => each !== name)
          : [...before.slice(-1), name],
      ),
    [],
  );
  return { picked, toggle };
}
