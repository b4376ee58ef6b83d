import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { KeyboardEvent, Ref } from 'react';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { LogButton } from './LogButton';
import type { LogMatches } from './useLogSearch';

const useStyles = makeStyles((theme: Theme) => ({
  search: { display: 'flex', gap: theme.spacing(1), flex: '0 1 320px' },
  field: {
    display: 'flex',
    alignItems: 'center',
    flex: 1,
    minWidth: 0,
    minHeight: 33,
    padding: theme.spacing(0, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 16,
    '&:focus-within': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  input: {
    flex: 1,
    minWidth: 0,
    border: 0,
    outline: 0,
    background: 'none',
    color: theme.palette.text.primary,
    font: 'inherit',
    fontSize: 13,
    '&::placeholder': { color: quietColor(theme), opacity: 1 },
  },
  count: {
    // Room for "12,345 of 99,999": the field keeps its size while one types.
    flex: 'none',
    color: quietColor(theme),
    fontSize: 12.5,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
}));

/** Finds text in the step that is shown: as it is typed, with a count, Enter and Shift+Enter through the matches. */
export function LogSearchBox({
  value,
  onChange,
  matches,
  inputRef,
}: {
  value: string;
  onChange: (value: string) => void;
  matches: LogMatches;
  inputRef: Ref<HTMLInputElement>;
}) {
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
          onChange={event => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className={classes.count} role="status">
          {matches.query && found(matches, t)}
        </span>
      </div>
      <LogButton
        label={t('log.previous')}
        onClick={() => matches.go(-1)}
        disabled={noMatch}
      >
        ↑
      </LogButton>
      <LogButton
        label={t('log.next')}
        onClick={() => matches.go(1)}
        disabled={noMatch}
      >
        ↓
      </LogButton>
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
