import { makeStyles, type Theme } from '@material-ui/core/styles';
import { MONOSPACE } from '../frame/MONOSPACE';
import {
  LOG_ERROR_GROUND,
  LOG_GROUND,
  LOG_PICKED_GROUND,
  LOG_TEXT,
} from './engine/logPalette';
import type { Rgb } from './engine/contrast';

/** px. Every row that is not wrapped; the virtual list counts on it. */
export const ROW_HEIGHT = 20;

const css = (colour: Rgb) => `rgb(${colour.join(', ')})`;

/** The log's own colours: dark in both themes. Each text colour has at least 4.5:1 on each ground it meets. */
const COLOURS = {
  ground: css(LOG_GROUND),
  text: css(LOG_TEXT),
  quiet: 'rgb(148, 161, 175)',
  error: css(LOG_ERROR_GROUND),
  errorEdge: 'rgb(255, 138, 128)',
  picked: css(LOG_PICKED_GROUND),
  pickedEdge: 'rgb(110, 178, 255)',
  match: 'rgb(245, 208, 110)',
  current: 'rgb(255, 150, 60)',
  onMatch: 'rgb(13, 17, 22)',
} as const;

export const useLogStyles = makeStyles((theme: Theme) => ({
  screen: {
    position: 'relative',
    minWidth: 0,
    minHeight: 0,
    background: COLOURS.ground,
    color: COLOURS.text,
  },
  scroller: {
    position: 'absolute',
    inset: 0,
    overflow: 'auto',
    // Backstage's bar lies over the bottom of a phone's window: a line that one was led to is above it.
    [theme.breakpoints.down('xs')]: { scrollMarginBottom: '72px' },
    // The browser's own anchoring fights a virtual list that grows.
    overflowAnchor: 'none',
    fontFamily: MONOSPACE,
    fontSize: 12.5,
    lineHeight: `${ROW_HEIGHT}px`,
    tabSize: 8,
    colorScheme: 'dark',
    '&:focus-visible': {
      outline: `2px solid ${COLOURS.pickedEdge}`,
      outlineOffset: -2,
    },
  },
  /** A few lines of a log outside of the viewer. */
  code: {
    background: COLOURS.ground,
    color: COLOURS.text,
    fontFamily: MONOSPACE,
    fontSize: 12.5,
    lineHeight: `${ROW_HEIGHT}px`,
    tabSize: 8,
    colorScheme: 'dark',
    '& $row': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  },
  content: { position: 'relative', overflowY: 'clip' },
  rows: {
    position: 'absolute',
    top: 0,
    left: 0,
    minWidth: '100%',
    width: 'max-content',
  },
  rowsWrapped: { width: '100%' },
  row: {
    display: 'flex',
    minHeight: ROW_HEIGHT,
    paddingRight: 16,
    whiteSpace: 'pre',
    '$rowsWrapped &': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  },
  error: {
    background: COLOURS.error,
    boxShadow: `inset 3px 0 ${COLOURS.errorEdge}`,
  },
  picked: {
    background: COLOURS.picked,
    boxShadow: `inset 3px 0 ${COLOURS.pickedEdge}`,
  },
  number: {
    flex: 'none',
    minWidth: 56,
    paddingRight: 14,
    textAlign: 'right',
    color: COLOURS.quiet,
    textDecoration: 'none',
    userSelect: 'none',
    fontVariantNumeric: 'tabular-nums',
    // Where lines have no address, the number is a button.
    border: 0,
    background: 'none',
    font: 'inherit',
    cursor: 'pointer',
    '&:hover': { color: COLOURS.text, textDecoration: 'underline' },
  },
  time: {
    flex: 'none',
    paddingRight: 14,
    color: COLOURS.quiet,
    whiteSpace: 'pre',
    userSelect: 'none',
  },
  text: { minWidth: 0 },
  match: { background: COLOURS.match, color: COLOURS.onMatch },
  current: {
    background: COLOURS.current,
    color: COLOURS.onMatch,
    outline: `1px solid ${COLOURS.current}`,
  },
  aside: { color: COLOURS.quiet, fontStyle: 'italic' },
  gap: {
    height: ROW_HEIGHT,
    paddingLeft: 70,
    color: COLOURS.match,
    fontStyle: 'italic',
    whiteSpace: 'nowrap',
    userSelect: 'none',
    '$rowsWrapped &': { height: 'auto', whiteSpace: 'normal' },
  },
  leftOut: {
    height: ROW_HEIGHT,
    paddingLeft: 70,
    color: COLOURS.quiet,
    whiteSpace: 'nowrap',
    userSelect: 'none',
  },
  /** Over the scroll bar, which still takes the mouse. */
  marks: {
    position: 'absolute',
    top: 0,
    right: 0,
    pointerEvents: 'none',
  },
  markMatch: { fill: COLOURS.match },
  markCurrent: { fill: COLOURS.current },
  markError: { fill: COLOURS.errorEdge },
  markPicked: { fill: COLOURS.pickedEdge },
  state: {
    position: 'absolute',
    inset: 0,
    overflow: 'auto',
    padding: theme.spacing(3),
    fontSize: 14,
    '& p': { margin: theme.spacing(0, 0, 1), maxWidth: 640 },
  },
  noRows: {
    position: 'absolute',
    inset: 0,
    margin: 0,
    padding: theme.spacing(3),
    fontSize: 14,
    pointerEvents: 'none',
  },
  bar: {
    position: 'absolute',
    left: 0,
    right: 0,
    bottom: 0,
    padding: theme.spacing(0.75, 2),
    background: COLOURS.error,
    borderTop: `1px solid ${COLOURS.errorEdge}`,
    fontSize: 13,
  },
  pill: {
    position: 'absolute',
    right: 24,
    bottom: 16,
    padding: theme.spacing(0.75, 2),
    border: 0,
    borderRadius: 16,
    background: COLOURS.pickedEdge,
    color: COLOURS.onMatch,
    font: 'inherit',
    fontSize: 13,
    fontWeight: 600,
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${COLOURS.text}` },
  },
}));
