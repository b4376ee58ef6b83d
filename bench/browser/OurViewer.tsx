import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { LogRows } from '../../plugins/supply-chain/src/logs/LogRows';
import type { LogRowsHandle } from '../../plugins/supply-chain/src/logs/LogRows';
import { LogSearchBox } from '../../plugins/supply-chain/src/logs/LogSearchBox';
import { parseSearchHow } from '../../plugins/supply-chain/src/logs/searchHow';
import type { StepLog } from '../../plugins/supply-chain/src/logs/StepLog';
import { useLogSearch } from '../../plugins/supply-chain/src/logs/useLogSearch';
import { useLogStyles } from '../../plugins/supply-chain/src/logs/useLogStyles';

/** A log that tells when it has grown, at most once a frame. */
export type OurLog = {
  log: StepLog;
  subscribe: (listener: () => void) => () => void;
  version: () => number;
};

/** The plugin's rows and search, without the build around them. */
export function OurViewer({
  of,
  follow,
  wrap,
}: {
  of: OurLog;
  follow: boolean;
  wrap: boolean;
}) {
  const version = useSyncExternalStore(of.subscribe, of.version);
  const classes = useLogStyles();
  const rows = useRef<LogRowsHandle>(null);
  const [query, setQuery] = useState('');
  const fromLine = useCallback(() => rows.current?.firstLine() ?? 0, []);
  const matches = useLogSearch(of.log, version, { text: query }, fromLine);
  return (
    <>
      <LogSearchBox
        value={query}
        onChange={setQuery}
        how={HOW}
        onHow={nothing}
        matches={matches}
        inputRef={null}
      />
      <div className={classes.screen} style={{ height: 760 }}>
        <LogRows
          ref={rows}
          log={of.log}
          rows={of.log.rows}
          rowCount={of.log.rows.count}
          label="log"
          wrap={wrap}
          times="off"
          picked={undefined}
          error={undefined}
          matches={matches}
          hrefOf={hrefOf}
          onPick={nothing}
          isFollowing={follow}
          onScroll={nothing}
          onReaderMoves={nothing}
        />
      </div>
    </>
  );
}

const hrefOf = (line: number) => `?line=${line + 1}`;
const nothing = () => {};
const HOW = parseSearchHow(undefined);
