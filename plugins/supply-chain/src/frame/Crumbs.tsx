import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';

const useStyles = makeStyles((theme: Theme) => ({
  crumbs: { fontSize: 13, marginBottom: theme.spacing(0.5) },
  trail: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.75),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > * + *::before': {
      content: '"/"',
      marginRight: theme.spacing(0.75),
      color: quietColor(theme),
    },
  },
}));

/** The way back up, from the top. */
export function Crumbs({
  label,
  trail,
}: {
  label: string;
  trail: readonly { to: string; words: string }[];
}) {
  const classes = useStyles();
  return (
    <nav className={classes.crumbs} aria-label={label}>
      <ol className={classes.trail}>
        {trail.map(({ to, words }) => (
          <li key={to}>
            <Link to={to}>{words}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
