import { makeStyles, type Theme } from '@material-ui/core/styles';

const useStyles = makeStyles((theme: Theme) => ({
  bones: { display: 'grid', alignContent: 'start', gap: theme.spacing(2) },
  bone: {
    height: 16,
    borderRadius: 4,
    background: theme.palette.action.hover,
  },
}));

/** Grey lines where text will be, and what comes there for those who listen. */
export function LineBones({
  label,
  widths,
  className = '',
}: {
  label: string;
  /** Percent, each another. */
  widths: readonly number[];
  /** As tall as what comes, so that it does not push the page. */
  className?: string;
}) {
  const classes = useStyles();
  return (
    <div
      className={`${classes.bones} ${className}`}
      role="status"
      aria-busy
      aria-label={label}
    >
      {widths.map(width => (
        <div
          key={width}
          className={classes.bone}
          style={{ width: `${width}%` }}
        />
      ))}
    </div>
  );
}
