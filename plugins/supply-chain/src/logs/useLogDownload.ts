import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { supplyChainApiRef } from '../api/SupplyChainApi';

export type LogDownload = {
  state: 'idle' | 'running' | 'failed';
  says?: string;
  start: () => void;
};

/** Fetches a step's log as the person who is signed in, which a plain link could not, and hands it to the browser. */
export function useLogDownload(
  build: ObjectRef,
  step: string | undefined,
): LogDownload {
  const api = useApi(supplyChainApiRef);
  const [state, setState] = useState<Omit<LogDownload, 'start'>>({
    state: 'idle',
  });
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(() => {
    running.current?.abort();
    const aborter = new AbortController();
    running.current = aborter;
    setState({ state: 'running' });
    api.logFile({ kind: 'build', ref: build }, step, aborter.signal).then(
      ({ name, content }) => {
        if (aborter.signal.aborted) return;
        save(name, content);
        setState({ state: 'idle' });
      },
      (error: unknown) => {
        if (aborter.signal.aborted) return;
        const says = error instanceof Error ? error.message : String(error);
        setState({ state: 'failed', says });
      },
    );
  }, [api, build, step]);
  return { ...state, start };
}

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
