import { useEffect, useMemo, useState } from 'react';
import type { ErrorLines } from './firstErrorOf';
import type { StepLog } from './StepLog';

/** Where the log of what failed tells why. The rules by which it is found are loaded when something has failed. */
export function useFirstError(
  log: StepLog | undefined,
  step: string | undefined,
  hasFailed: boolean,
): ErrorLines | undefined {
  const [rules, setRules] = useState<typeof import('./firstErrorOf')>();
  useEffect(() => {
    if (!hasFailed || rules) return undefined;
    let isGone = false;
    import('./firstErrorOf').then(
      loaded => {
        if (!isGone) setRules(loaded);
      },
      // The log can be read without them.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [hasFailed, rules]);
  return useMemo(
    () =>
      hasFailed && log && rules
        ? rules.firstErrorOf(log.buffer, step)
        : undefined,
    [hasFailed, log, rules, step],
  );
}
