import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LogSource } from '../api/LogSource';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { saveFile } from './saveFile';

export type LogDownload = {
  /** While it goes on, and when it failed. */
  says: string | undefined;
  /** One step, or all. */
  start: (step: string | undefined) => void;
};

/** Fetches a log as the person who is signed in, which a plain link could not, and hands it to the browser. */
export function useLogDownload(source: LogSource): LogDownload {
  const api = useApi(supplyChainApiRef);
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [says, setSays] = useState<string>();
  const running = useRef<AbortController>();
  // What became of the download of one log is not said of another.
  useEffect(
    () => () => {
      running.current?.abort();
      setSays(undefined);
    },
    [source],
  );

  const start = useCallback(
    (step: string | undefined) => {
      running.current?.abort();
      const aborter = new AbortController();
      running.current = aborter;
      setSays(t('log.downloading'));
      api.logFile(source, step, aborter.signal).then(
        ({ name, content }) => {
          if (aborter.signal.aborted) return;
          saveFile(name, content);
          setSays(undefined);
        },
        (error: unknown) => {
          if (aborter.signal.aborted) return;
          const why = error instanceof Error ? error.message : String(error);
          setSays(t('log.downloadFailed', { says: why }));
        },
      );
    },
    [api, source, t],
  );
  return { says, start };
}
