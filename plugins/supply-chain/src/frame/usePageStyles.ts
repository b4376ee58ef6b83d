import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';

/** The look that pages share. */
export const usePageStyles = makeStyles((theme: Theme) => ({
  // Columns that may be narrower than what is in them: tables scroll, the page does not.
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.75),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    minHeight: 36,
  },
  chip: {
    padding: theme.spacing(0.25, 1.25),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 14,
    fontSize: 13,
    whiteSpace: 'nowrap',
  },
  quiet: { fontSize: 13, color: quietColor(theme) },
  stack: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: theme.spacing(1.75),
    [theme.breakpoints.down('md')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  more: { marginTop: theme.spacing(1.5) },
  section: {
    margin: theme.spacing(1, 0, 1.25),
    fontSize: 18,
    fontWeight: 600,
  },
  mono: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12.5,
  },
  bone: {
    height: 148,
    borderRadius: 8,
    background: theme.palette.action.disabledBackground,
  },
}));
