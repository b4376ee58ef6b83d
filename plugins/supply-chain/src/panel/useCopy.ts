import { useCallback, useEffect, useState } from 'react';
import { copyText } from './copyText';

/** ms that "Copied" stays. */
const SHOWN = 2000;

/** Copies, and tells for two seconds how it went. */
export function useCopy(): {
  result: 'copied' | 'failed' | undefined;
  copy: (text: string) => void;
} {
  const [result, setResult] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = useCallback((text: string) => {
    void copyText(text).then(done => setResult(done ? 'copied' : 'failed'));
  }, []);
  return { result, copy };
}
