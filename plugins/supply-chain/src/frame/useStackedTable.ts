import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';

/** px of the column of names. */
const NAMES = 96;

/**
 * A table whose rows are blocks where the page is narrow: each cell on a line of its own, its column's name (`data-label`)
 * before it. It stays a table to those who listen.
 */
export const useStackedTable = makeStyles((theme: Theme) => ({
  stacked: {
    [theme.breakpoints.down('xs')]: {
      '&, & > tbody, & > tbody > tr, & > tbody > tr > td': {
        display: 'block',
        // A width that a wide page needs may be said on the element itself.
        minWidth: '0 !important',
        width: 'auto',
        boxSizing: 'border-box',
      },
      // Heard, not seen.
      '& > thead': {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
      },
      '& > tbody > tr': {
        padding: theme.spacing(1, 0),
        borderBottom: `1px solid ${theme.palette.divider}`,
        '&:last-child': { borderBottom: 0 },
      },
      '& > tbody > tr > td': {
        position: 'relative',
        padding: theme.spacing(0.375, 0),
        border: 0,
        whiteSpace: 'normal',
        overflowWrap: 'anywhere',
        '&:empty': { display: 'none' },
        '&[data-label]': { paddingLeft: NAMES + 8 },
        '&[data-label]::before': {
          content: 'attr(data-label)',
          position: 'absolute',
          left: 0,
          width: NAMES,
          color: quietColor(theme),
          fontFamily: theme.typography.fontFamily ?? 'inherit',
          fontSize: 12.5,
        },
      },
    },
  },
}));
