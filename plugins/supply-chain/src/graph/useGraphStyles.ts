import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';
import { toneColor } from '../phase/toneColor';
import type { PhaseTone } from '../phase/PhaseTone';
import { CARD_HEIGHT } from './CARD_HEIGHT';

const bar = (theme: Theme, tone: PhaseTone) => ({
  '&::before': { background: toneColor(theme, tone) },
});

/** The look of the strip: quiet cards, a bar in the phase's colour, hairline arrows. */
export const useGraphStyles = makeStyles((theme: Theme) => ({
  strip: {
    overflowX: 'auto',
    // Room for the focus ring and the shadowless outline of the chosen card.
    padding: 4,
    margin: -4,
  },
  plane: { position: 'relative' },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  stacked: { display: 'grid', gap: theme.spacing(1) },
  edges: {
    position: 'absolute',
    inset: 0,
    overflow: 'visible',
    pointerEvents: 'none',
    fill: 'none',
    stroke: theme.palette.text.secondary,
    strokeWidth: 1.25,
  },
  ghostEdge: { strokeDasharray: '4 4', opacity: 0.7 },
  arrow: { fill: theme.palette.text.secondary, stroke: 'none' },
  place: { position: 'absolute' },
  card: {
    position: 'relative',
    display: 'grid',
    gridTemplateRows: 'auto auto 1fr',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 2,
    width: '100%',
    height: CARD_HEIGHT,
    boxSizing: 'border-box',
    padding: theme.spacing(1.125, 1, 0.875, 1.625),
    textAlign: 'left',
    font: 'inherit',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    cursor: 'pointer',
    overflow: 'hidden',
    '&::before': {
      content: '""',
      position: 'absolute',
      insetBlock: 0,
      left: 0,
      width: 4,
    },
    '&:hover': { background: theme.palette.action.hover },
    '&[aria-current="true"]': {
      borderColor: theme.palette.primary.main,
      boxShadow: `0 0 0 1px ${theme.palette.primary.main}`,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  // In a list there is room for the title on one line.
  listed: { height: 76, '& $fact': { WebkitLineClamp: 1 } },
  ghost: {
    borderStyle: 'dashed',
    borderColor: theme.palette.text.disabled,
    background: 'transparent',
  },
  title: {
    display: 'flex',
    gap: 6,
    fontSize: 13.5,
    lineHeight: '17px',
    fontWeight: 600,
    minWidth: 0,
    '& > svg': { flex: 'none' },
  },
  name: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  line: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  // Two lines, so that a tag is there as a whole: it is what most people come for.
  fact: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    fontSize: 12.5,
    lineHeight: '17px',
    minHeight: 17,
    fontVariantNumeric: 'tabular-nums',
  },
  kind: {
    display: 'flex',
    gap: 4,
    justifyContent: 'space-between',
    alignSelf: 'end',
    fontSize: 11.5,
    lineHeight: '15px',
    minHeight: 15,
    color: quietColor(theme),
    '& > time': { flex: 'none', whiteSpace: 'nowrap' },
  },
  warn: { color: toneColor(theme, 'warn') },
  bone: {
    height: CARD_HEIGHT,
    borderRadius: 8,
    background: theme.palette.action.hover,
  },
  bones: { display: 'grid', gridAutoFlow: 'column', gap: 20 },
}));

/** The bar at the left of a card. */
export const useBarStyles = makeStyles((theme: Theme) => ({
  ok: bar(theme, 'ok'),
  bad: bar(theme, 'bad'),
  warn: bar(theme, 'warn'),
  busy: bar(theme, 'busy'),
  idle: { '&::before': { background: 'transparent' } },
  skipped: bar(theme, 'skipped'),
  unknown: bar(theme, 'unknown'),
}));
