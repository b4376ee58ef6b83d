import { useEffect, useRef, useState } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';

/** ms without a key until the list is asked: a letter typed at 60 words a minute takes 200. */
const TYPING = 250;

const useStyles = makeStyles((theme: Theme) => ({
  field: {
    width: 264,
    maxWidth: '100%',
    height: 32,
    boxSizing: 'border-box',
    padding: theme.spacing(0, 1.75),
    borderRadius: 16,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    font: 'inherit',
    fontSize: 13,
    '&::placeholder': { color: quietColor(theme), opacity: 1 },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
    [theme.breakpoints.down('xs')]: { width: '100%', fontSize: 16 },
  },
}));

/** Text to search for. Keeps up with typing; asks when it pauses. */
export function SearchField({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const { field } = useStyles();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const search = useRef(onSearch);
  search.current = onSearch;

  // "Back" and "clear filters" change the URL under the field.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = text;
      search.current(text);
    }, TYPING);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <input
      type="search"
      className={field}
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={text}
      onChange={event => setText(event.target.value)}
    />
  );
}
