import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWidth } from '../frame/useWidth';
import type { PanelUrl } from '../stages/usePanelUrl';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { BuildLogs } from './BuildLogs';
import { chooseStep } from './chooseStep';
import { plainText } from './engine/plainText';
import { firstErrorOf } from './firstErrorOf';
import { formatLineRange, parseLineRange } from './lineRange';
import { logStatus } from './logStatus';
import { LogKeyHelp } from './LogKeyHelp';
import type { LogRowsHandle } from './LogRows';
import { LogScreen } from './LogScreen';
import { LogToolbar } from './LogToolbar';
import { StepList } from './StepList';
import { useFullScreen } from './useFullScreen';
import { useLogDownload } from './useLogDownload';
import { useLogKeys } from './useLogKeys';
import { useLogSearch } from './useLogSearch';

/** px. Below it the steps stand above the log. */
const NARROW = 600;

/** ms after the last key until the search is in the address. */
const SETTLED = 400;

const useStyles = makeStyles((theme: Theme) => ({
  viewer: {
    display: 'flex',
    flexDirection: 'column',
    height: 'clamp(360px, 70vh, 900px)',
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    overflow: 'hidden',
    borderRadius: '0 0 8px 8px',
  },
  overlay: {
    position: 'fixed',
    inset: 0,
    zIndex: theme.zIndex.modal,
    height: '100vh',
  },
  native: { height: '100%' },
  body: {
    flex: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: '210px minmax(0, 1fr)',
  },
  narrow: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
  },
}));

/** The log of a build: steps, tools, lines. Where the reader is stands in the address. */
export function LogViewer({
  build,
  logs,
  version,
  url,
}: {
  build: BuildView;
  logs: BuildLogs;
  /** Changes with `logs`. */
  version: number;
  url: PanelUrl;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const root = useRef<HTMLDivElement>(null);
  const rows = useRef<LogRowsHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const [width, measure] = useWidth();
  const [wrap, setWrap] = useState(false);
  const [showTimes, setTimes] = useState(false);
  const [showHelp, setHelp] = useState(false);
  const full = useFullScreen(root);

  const steps = build.steps.length > 0 ? build.steps : logs.steps ?? [];
  const step = chooseStep(steps, url.step);
  const log = step && logs.of(step.name);
  const download = useLogDownload(build.ref, step?.name);
  const picked = useMemo(() => parseLineRange(url.line ?? null), [url.line]);

  const hasFailed = step?.state === 'failed' && log?.ended === true;
  const error = useMemo(
    () => (hasFailed ? firstErrorOf(log.buffer) : undefined),
    [hasFailed, log],
  );

  const { go } = url;
  const [query, setQuery] = useState(url.q ?? '');
  useEffect(() => {
    if (query === (url.q ?? '')) return undefined;
    const timer = setTimeout(() => go({ q: query || undefined }), SETTLED);
    return () => clearTimeout(timer);
  }, [query, url.q, go]);
  const fromLine = useCallback(() => rows.current?.firstLine() ?? 0, []);
  const matches = useLogSearch(log, version, { text: query }, fromLine);

  const stepName = step?.name;
  const hrefOf = useCallback(
    (line: number) => url.with({ step: stepName, line: `${line + 1}` }),
    [url, stepName],
  );
  const onPick = useCallback(
    (line: number, extend: boolean) => {
      const number = line + 1;
      const from = extend && picked ? picked.from : number;
      const range = {
        from: Math.min(from, number),
        to: Math.max(from, number),
      };
      go({ step: stepName, line: formatLineRange(range) });
    },
    [go, stepName, picked],
  );

  const keys = useMemo(
    () => ({
      '/': () => input.current?.focus(),
      n: () => matches.go(1),
      N: () => matches.go(-1),
      g: () => rows.current?.showStart(),
      G: () => rows.current?.showEnd(),
      w: () => setWrap(was => !was),
      t: () => setTimes(was => !was),
      f: full.toggle,
      '?': () => setHelp(was => !was),
      ...(full.isOverlay && { Escape: full.toggle }),
    }),
    // `matches` is new on each render, its `go` is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [matches.go, full.toggle, full.isOverlay],
  );
  useLogKeys(root, keys);

  const link = () => {
    const search = url.with({
      step: stepName,
      line: picked && formatLineRange(picked),
    });
    return new URL(search, window.location.href).href;
  };
  const pickedText =
    picked && log
      ? () => {
          const texts: string[] = [];
          const to = Math.min(picked.to, log.buffer.lineCount);
          for (let line = picked.from - 1; line < to; line += 1)
            texts.push(plainText(log.buffer.line(line)));
          return texts.join('\n');
        }
      : undefined;

  const isNarrow = width !== undefined && width < NARROW;
  return (
    <div
      ref={root}
      className={[
        classes.viewer,
        full.isOverlay && classes.overlay,
        full.isFull && !full.isOverlay && classes.native,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <LogToolbar
        query={query}
        onQuery={setQuery}
        matches={matches}
        inputRef={input}
        status={logStatus(t, log, logs.connection)}
        wrap={wrap}
        onWrap={keys.w}
        showTimes={showTimes}
        onTimes={keys.t}
        link={link}
        pickedText={pickedText}
        download={download}
        isFull={full.isFull}
        onFull={full.toggle}
        showHelp={showHelp}
        onHelp={keys['?']}
      />
      {showHelp && <LogKeyHelp />}
      <div
        ref={measure}
        className={`${classes.body}${isNarrow ? ` ${classes.narrow}` : ''}`}
      >
        <StepList
          steps={steps}
          chosen={stepName}
          onChoose={name => go({ step: name, line: undefined })}
          isNarrow={isNarrow}
        />
        <LogScreen
          key={stepName ?? ''}
          build={build}
          step={step}
          log={log}
          connection={logs.connection}
          picked={picked}
          error={error}
          matches={matches}
          wrap={wrap}
          showTimes={showTimes}
          rows={rows}
          hrefOf={hrefOf}
          onPick={onPick}
        />
      </div>
    </div>
  );
}
