import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  lazy,
  Suspense,
  useCallback,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useWidth } from '../frame/useWidth';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { ErrorLines } from './firstErrorOf';
import { formatLineRange, parseLineRange } from './lineRange';
import type { LogAction } from './LogAction';
import { LogAnnouncer } from './LogAnnouncer';
import type { LogPlace } from './LogPlace';
import type { LogRowsHandle } from './LogRows';
import { LogScreen } from './LogScreen';
import { LogSearchBox } from './LogSearchBox';
import { LogToolbar } from './LogToolbar';
import { formatSearchHow, parseSearchHow, type SearchHow } from './searchHow';
import type { StepLog } from './StepLog';
import { useFullScreen } from './useFullScreen';
import { useLinePick } from './useLinePick';
import { useLogActions } from './useLogActions';
import { useLogKeys } from './useLogKeys';
import { useLogPreferences } from './useLogPreferences';
import { useLogQuery } from './useLogQuery';
import { useLogSearch } from './useLogSearch';
import { useShownRows } from './useShownRows';
import { VIEWER_HEIGHT } from './viewerHeight';

/** Loaded when somebody asks for it. */
const LogKeySheet = lazy(() =>
  import('./LogKeySheet').then(module => ({ default: module.LogKeySheet })),
);

/** px. Below it the steps stand above the log. */
const NARROW = 600;

/** px. From here on all tools are in one row. */
const WIDE = 1180;

/** px of the search and the status, of one choice, and of one button: about as wide as its words. */
const BESIDE = 490;
const CHOICE = 150;
const BUTTON = 105;

const useStyles = makeStyles((theme: Theme) => ({
  viewer: {
    display: 'flex',
    flexDirection: 'column',
    height: VIEWER_HEIGHT,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    // A page of another plugin may not say any.
    fontFamily: theme.typography.fontFamily ?? 'inherit',
    overflow: 'hidden',
    borderRadius: '0 0 8px 8px',
  },
  overlay: {
    position: 'fixed',
    inset: 0,
    zIndex: theme.zIndex.modal,
    height: '100vh',
    borderRadius: 0,
  },
  native: { height: '100%', borderRadius: 0 },
  body: {
    position: 'relative',
    flex: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  withSteps: { gridTemplateColumns: '230px minmax(0, 1fr)' },
  narrow: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
  },
}));

const NO_STEPS: readonly string[] = [];

export type LogViewProps = {
  log: StepLog | undefined;
  /** Changes with `log`. */
  version: number;
  /** What this is the log of, for those who listen. */
  label: string;
  /** Where the reader is. */
  place: LogPlace;
  /** Names of the parts of a log that has some, and which of them this is. */
  steps?: readonly string[];
  chosen?: string | undefined;
  /** The parts beside the log, to choose one; above it where that is narrow. */
  stepList?: (isNarrow: boolean) => ReactNode;
  /** How much there is. */
  status: string;
  /** How it stands; read out whenever it changes. */
  summary: string;
  isRunning: boolean;
  isEnded: boolean;
  /** ms since 1970. */
  startedAt: number | undefined;
  error: ErrorLines | undefined;
  /** Ways to have it as a file, the usual one first. */
  downloads: readonly LogAction[];
  /** Stands where there are no lines. */
  nothing: ReactNode;
  failure: string | undefined;
  /** What one should know of the log as a whole; above it. */
  notes?: ReactNode;
  /** Any CSS length, in place of one that suits a page. */
  height?: string | undefined;
};

/** A log with all its tools. Knows nothing of where it comes from. */
export function LogView(props: LogViewProps) {
  const { log, version, place, steps = NO_STEPS, chosen, error } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const root = useRef<HTMLDivElement>(null);
  const rows = useRef<LogRowsHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const [width, measure] = useWidth();
  const [preferences, prefer] = useLogPreferences();
  const [showHelp, setHelp] = useState(false);
  const full = useFullScreen(root);
  const { go } = place;

  const [query, setQuery] = useLogQuery(place);
  const how = useMemo(() => parseSearchHow(place.how), [place.how]);
  const onHow = useCallback(
    (next: SearchHow) => go({ how: formatSearchHow(next) }),
    [go],
  );
  const onlyMatches = how.onlyMatches && query !== '';
  const fromLine = useCallback(
    // Only a search from the top finds rows in their order.
    () => (onlyMatches ? 0 : rows.current?.firstLine() ?? 0),
    [onlyMatches],
  );
  const matches = useLogSearch(log, version, { text: query, ...how }, fromLine);
  const shown = useShownRows(log, matches, onlyMatches, preferences.context);

  const picked = useMemo(
    () => parseLineRange(place.line ?? null),
    [place.line],
  );
  const { pick, move } = useLinePick({
    picked,
    lineCount: log?.buffer.lineCount ?? 0,
    startLine: () =>
      matches.place?.line ?? error?.from ?? rows.current?.firstLine() ?? 0,
    onPick: range => go({ step: chosen, line: formatLineRange(range) }),
    show: line => rows.current?.showLine(line),
  });
  const { with: addressOf } = place;
  const hrefOf = useMemo(
    () =>
      addressOf &&
      ((line: number) => addressOf({ step: chosen, line: `${line + 1}` })),
    [addressOf, chosen],
  );

  const { actions, more, keys, said } = useLogActions({
    ...{ place, log, picked, error, matches, preferences, prefer, how, onHow },
    ...{ rows, input, move, full, steps, chosen, query },
    downloads: props.downloads,
    help: { isShown: showHelp, toggle: () => setHelp(was => !was) },
  });
  useLogKeys(root, keys);

  const isNarrow = width !== undefined && width < NARROW;
  const [hasChoices, room] = roomFor(width, onlyMatches);
  const hasSteps = steps.length > 0;
  return (
    <div
      ref={root}
      data-log-viewer
      className={[
        classes.viewer,
        full.isOverlay && classes.overlay,
        full.isFull && !full.isOverlay && classes.native,
      ]
        .filter(Boolean)
        .join(' ')}
      style={full.isFull ? undefined : { height: props.height }}
    >
      <LogToolbar
        search={
          <LogSearchBox
            value={query}
            onChange={setQuery}
            how={how}
            onHow={onHow}
            matches={matches}
            inputRef={input}
          />
        }
        status={said ?? props.status}
        choices={{ preferences, onChange: prefer, onlyMatches }}
        hasChoices={hasChoices}
        actions={actions}
        more={more}
        room={room}
        isNarrow={isNarrow}
      />
      {props.notes}
      <div
        ref={measure}
        className={[
          classes.body,
          hasSteps && classes.withSteps,
          hasSteps && isNarrow && classes.narrow,
        ]
          .filter(Boolean)
          .join(' ')}
      >
        {hasSteps && props.stepList?.(isNarrow)}
        <LogScreen
          key={chosen ?? ''}
          log={log}
          shown={shown}
          label={props.label}
          isRunning={props.isRunning}
          isEnded={props.isEnded}
          picked={picked}
          error={error}
          matches={matches}
          wrap={preferences.wrap}
          times={preferences.times}
          startedAt={props.startedAt}
          rows={rows}
          hrefOf={hrefOf}
          onPick={pick}
          nothing={props.nothing}
          failure={props.failure}
        />
        {showHelp && (
          <Suspense fallback={null}>
            <LogKeySheet
              actions={[...actions, ...more]}
              hasSteps={steps.length > 1}
              onClose={() => setHelp(false)}
            />
          </Suspense>
        )}
      </div>
      <LogAnnouncer
        log={log}
        isLive={props.isRunning && !props.isEnded}
        summary={
          props.summary &&
          t('log.announce', { label: props.label, says: props.summary })
        }
      />
    </div>
  );
}

/** Whether the choices, and how many buttons, stand beside search and status in one row; all where nobody knows the width. */
function roomFor(
  width: number | undefined,
  onlyMatches: boolean,
): [hasChoices: boolean, buttons: number] {
  const choices = onlyMatches ? 2 * CHOICE : CHOICE;
  if (width === undefined || width >= WIDE + choices - CHOICE)
    return [true, Infinity];
  if (width < NARROW) return [false, 0];
  const left = width - BESIDE;
  const hasChoices = left >= choices;
  return [hasChoices, Math.floor((left - (hasChoices ? choices : 0)) / BUTTON)];
}
