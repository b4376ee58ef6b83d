import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { KeyboardEvent, Ref } from 'react';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { PlainButton } from '../frame/PlainButton';
import type { SearchHow } from './searchHow';
import type { LogMatches } from './useLogSearch';

const useStyles = makeStyles((theme: Theme) => ({
  search: {
    display: 'flex',
    gap: theme.spacing(1),
    flex: '1 1 230px',
    minWidth: 0,
    maxWidth: 420,
  },
  field: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    flex: 1,
    minWidth: 0,
    minHeight: 33,
    padding: theme.spacing(0, 0.75, 0, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 16,
    '&:focus-within': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  input: {
    flex: 1,
    minWidth: 40,
    border: 0,
    outline: 0,
    background: 'none',
    color: theme.palette.text.primary,
    font: 'inherit',
    fontSize: 13,
    '&::placeholder': { color: quietColor(theme), opacity: 1 },
  },
  count: {
    flex: 'none',
    color: quietColor(theme),
    fontSize: 12.5,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  how: {
    flex: 'none',
    minWidth: 28,
    minHeight: 24,
    padding: theme.spacing(0, 0.5),
    border: '1px solid transparent',
    borderRadius: 12,
    background: 'none',
    color: quietColor(theme),
    font: 'inherit',
    fontSize: 12.5,
    cursor: 'pointer',
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
    '&[aria-pressed=true]': {
      borderColor: theme.palette.text.primary,
      color: theme.palette.text.primary,
    },
  },
}));

export type LogSearchBoxProps = {
  value: string;
  onChange: (value: string) => void;
  how: SearchHow;
  onHow: (how: SearchHow) => void;
  matches: LogMatches;
  inputRef: Ref<HTMLInputElement>;
};

/** Finds text in the log: as it is typed, with a count, Enter and Shift+Enter through the matches. */
export function LogSearchBox(props: LogSearchBoxProps) {
  const { value, onChange, how, onHow, matches, inputRef } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') matches.go(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') {
      onChange('');
      event.currentTarget.blur();
    }
  };
  const noMatch = matches.count === 0;
  return (
    <div className={classes.search} role="search">
      <div className={classes.field}>
        <input
          ref={inputRef}
          className={classes.input}
          type="text"
          value={value}
          placeholder={t('log.search')}
          aria-label={t('log.search')}
          aria-invalid={matches.problem !== undefined}
          onChange={event => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
        <span
          className={classes.count}
          role="status"
          title={
            typeof matches.problem === 'object'
              ? matches.problem.invalid
              : undefined
          }
        >
          {matches.query && found(matches, t)}
        </span>
        <button
          type="button"
          className={classes.how}
          aria-pressed={how.matchCase}
          aria-label={t('log.matchCase')}
          title={t('log.matchCase')}
          onClick={() => onHow({ ...how, matchCase: !how.matchCase })}
        >
          Aa
        </button>
        <button
          type="button"
          className={classes.how}
          aria-pressed={how.isExpression}
          aria-label={t('log.expression')}
          title={t('log.expression')}
          onClick={() => onHow({ ...how, isExpression: !how.isExpression })}
        >
          .*
        </button>
      </div>
      <PlainButton
        label={t('log.previous')}
        onClick={() => matches.go(-1)}
        disabled={noMatch}
      >
        ↑
      </PlainButton>
      <PlainButton
        label={t('log.next')}
        onClick={() => matches.go(1)}
        disabled={noMatch}
      >
        ↓
      </PlainButton>
    </div>
  );
}

function found(matches: LogMatches, t: Words): string {
  const { count, current, isSearching, problem } = matches;
  if (problem === 'no-worker') return t('log.searchNoWorker');
  if (problem === 'too-slow') return t('log.searchTooSlow');
  if (problem) return t('log.searchInvalid');
  if (count === 0) return t(isSearching ? 'log.searching' : 'log.foundNone');
  return t('log.found', {
    at: ((current ?? 0) + 1).toLocaleString(),
    total: `${count.toLocaleString()}${isSearching ? '+' : ''}`,
  });
}
