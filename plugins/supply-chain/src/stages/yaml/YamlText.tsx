import { makeStyles, type Theme } from '@material-ui/core/styles';
import { MONOSPACE } from '../../frame/MONOSPACE';

const useStyles = makeStyles((theme: Theme) => ({
  text: {
    maxHeight: 480,
    overflow: 'auto',
    margin: 0,
    padding: theme.spacing(1, 1.5),
    borderRadius: 6,
    background: theme.palette.action.hover,
    fontFamily: MONOSPACE,
    fontSize: 12.5,
    lineHeight: 1.5,
    tabSize: 2,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
}));

/** YAML as it is: text and nothing else. May be scrolled with the keyboard. */
export function YamlText({ text, label }: { text: string; label: string }) {
  const classes = useStyles();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
    <pre className={classes.text} tabIndex={0} role="region" aria-label={label}>
      {text}
    </pre>
  );
}
