import { makeStyles, type Theme } from '@material-ui/core/styles';

const useStyles = makeStyles((theme: Theme) => ({
  select: {
    minHeight: 33,
    flex: '0 1 auto',
    minWidth: 0,
    maxWidth: 150,
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    font: 'inherit',
    fontSize: 13,
    cursor: 'pointer',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
}));

/** A choice beside `PlainButton`s: the browser's own, which works with every keyboard, screen reader and phone. */
export function PlainSelect<T extends string | number>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly (readonly [value: T, words: string])[];
  onChange: (value: T) => void;
}) {
  const classes = useStyles();
  return (
    <select
      className={classes.select}
      aria-label={label}
      title={label}
      value={value}
      onChange={event => {
        const chosen = options.find(
          ([each]) => `${each}` === event.target.value,
        );
        if (chosen) onChange(chosen[0]);
      }}
    >
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}
