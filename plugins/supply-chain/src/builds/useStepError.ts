import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { SupplyChainError } from '../api/SupplyChainError';
import { LogBuffer } from '../logs/engine/LogBuffer';
import { plainText } from '../logs/engine/plainText';
import { firstErrorOf } from '../logs/firstErrorOf';
import { logSourceOf } from './logSourceOf';

/** A line before the cause is shown, so that one sees where in the build it stands. */
const BEFORE = 1;

/** `number` counts from 1; `isCause` tells the cause from what is around it. */
export type ErrorLine = { number: number; text: string; isCause: boolean };

export type StepError =
  | { state: 'reading' }
  /** Empty when the step printed nothing. */
  | { state: 'read'; lines: ErrorLine[]; first: number | undefined }
  | { state: 'failed'; error: SupplyChainError };

/** The first error lines of a failed step, read from its log. */
export function useStepError(
  { engine, ref: build }: Pick<BuildView, 'engine' | 'ref'>,
  step: string,
): StepError {
  const api = useApi(supplyChainApiRef);
  const { cluster, namespace, name } = build;
  const [found, setFound] = useState<StepError>({ state: 'reading' });
  useEffect(() => {
    const aborter = new AbortController();
    setFound({ state: 'reading' });
    const ref = { cluster, namespace, name };
    const source = logSourceOf({ engine, ref });
    api.logText(source, step, aborter.signal).then(
      bytes => {
        if (!aborter.signal.aborted) setFound(read(bytes, step));
      },
      (error: unknown) => {
        if (aborter.signal.aborted) return;
        const failure =
          error instanceof SupplyChainError
            ? error
            : new SupplyChainError('internal', 'The log could not be read');
        setFound({ state: 'failed', error: failure });
      },
    );
    return () => aborter.abort();
  }, [api, engine, cluster, namespace, name, step]);
  return found;
}

function read(bytes: Uint8Array, step: string): StepError {
  const buffer = new LogBuffer();
  buffer.append(bytes);
  const cause = firstErrorOf(buffer, step);
  if (!cause) return { state: 'read', lines: [], first: undefined };
  const lines: ErrorLine[] = [];
  for (
    let line = Math.max(0, cause.from - BEFORE);
    line < cause.to;
    line += 1
  ) {
    lines.push({
      number: line + 1,
      text: plainText(buffer.line(line)),
      isCause: line >= cause.from,
    });
  }
  return { state: 'read', lines: outdent(lines), first: cause.from + 1 };
}

/** Takes away the blanks that all lines begin with: build tools indent deeply, and the place is small. */
function outdent(lines: readonly ErrorLine[]): ErrorLine[] {
  const indents = lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => text.length - text.trimStart().length);
  const shared = Math.min(...indents);
  return lines.map(line => ({ ...line, text: line.text.slice(shared) }));
}
