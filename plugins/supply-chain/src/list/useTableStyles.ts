import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';

/** The look of the list: a quiet table on paper, cards where it is narrow. */
export const useTableStyles = makeStyles((theme: Theme) => ({
  table: {
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    color: theme.palette.text.primary,
    fontSize: 13,
    overflow: 'hidden',
  },
  grid: {
    display: 'grid',
    columnGap: theme.spacing(2),
    alignItems: 'center',
    padding: theme.spacing(0, 1.5),
    boxSizing: 'border-box',
  },
  head: {
    height: 36,
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: 12.5,
    fontWeight: 600,
    color: quietColor(theme),
  },
  sort: {
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 0,
    padding: 0,
    cursor: 'pointer',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  body: { position: 'relative' },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:hover': { background: theme.palette.action.hover },
    '&:last-child': { borderBottomColor: 'transparent' },
  },
  card: {
    gridTemplateRows: 'auto 20px 40px',
    alignContent: 'center',
    rowGap: theme.spacing(1),
    '& > [data-column="says"]': { gridColumn: '1 / -1' },
    '& > [data-column="age"], & > [data-column="state"]': {
      justifySelf: 'end',
    },
  },
  cell: { minWidth: 0 },
  clamp: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    lineHeight: 1.4,
  },
  line: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: 1.4,
  },
  name: {
    fontSize: 14,
    fontWeight: 600,
    // The whole row is the link's: one target, one tab stop.
    '&::after': { content: '""', position: 'absolute', inset: 0 },
    '&:focus-visible': { outline: 'none' },
    '&:focus-visible::after': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  // Above the row's link, so that hovering a mark tells its word.
  above: { position: 'relative', zIndex: 1, width: 'fit-content' },
  muted: { color: quietColor(theme) },
  mono: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12.5,
  },
  age: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  bone: {
    height: 12,
    borderRadius: 4,
    background: theme.palette.action.disabledBackground,
  },
}));
