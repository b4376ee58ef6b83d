import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { asSupplyChainError } from '../api/asSupplyChainError';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import type { SupplyChainError } from '../api/SupplyChainError';
import type { ErrorLine } from './errorLinesIn';
import { logSourceOf } from '../logs/logSourceOf';

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
    Promise.all([
      api.logText(source, step, aborter.signal),
      // How logs are read is much code, and most builds do not fail.
      import('./errorLinesIn'),
    ]).then(
      ([bytes, { errorLinesIn }]) => {
        if (aborter.signal.aborted) return;
        setFound({ state: 'read', ...errorLinesIn(bytes, step) });
      },
      (error: unknown) => {
        if (aborter.signal.aborted) return;
        setFound({
          state: 'failed',
          error: asSupplyChainError(error, 'The log could not be read'),
        });
      },
    );
    return () => aborter.abort();
  }, [api, engine, cluster, namespace, name, step]);
  return found;
}
