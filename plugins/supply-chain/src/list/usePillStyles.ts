import { alpha, makeStyles, type Theme } from '@material-ui/core/styles';

/** The look of everything one can switch above the list. */
export const usePillStyles = makeStyles((theme: Theme) => ({
  pill: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    height: 32,
    padding: theme.spacing(0, 1.5),
    borderRadius: 16,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    font: 'inherit',
    fontSize: 13,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
    '&[aria-pressed="true"], &[data-set="true"]': {
      borderColor: theme.palette.primary.main,
      background: alpha(
        theme.palette.primary.main,
        theme.palette.action.selectedOpacity,
      ),
      fontWeight: 600,
    },
  },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: 600 },
}));
