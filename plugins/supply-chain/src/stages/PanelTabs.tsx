import { makeStyles, type Theme } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import type { ReactNode } from 'react';
import { quietColor } from '../phase/quietColor';

const useStyles = makeStyles((theme: Theme) => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0, 2.25),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  tabs: { minHeight: 44, marginLeft: theme.spacing(-1.5) },
  tab: {
    minWidth: 0,
    minHeight: 44,
    padding: theme.spacing(0, 1.5),
    fontSize: 14,
    fontWeight: 600,
    letterSpacing: 'normal',
    textTransform: 'none',
    color: quietColor(theme),
    opacity: 1,
    '&.Mui-selected': { color: theme.palette.text.primary },
    '&.Mui-focusVisible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
  },
}));

/** Tabs of a stage, with what belongs to all of them at the right. The one that is open stands in the address. */
export function PanelTabs<T extends string>({
  tabs,
  open,
  label,
  onOpen,
  children,
}: {
  tabs: readonly { readonly name: T; readonly label: string }[];
  open: T;
  label: string;
  onOpen: (name: string) => void;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.bar}>
      <Tabs
        className={classes.tabs}
        value={open}
        onChange={(_, name: string) => onOpen(name)}
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="off"
        aria-label={label}
        selectionFollowsFocus
      >
        {tabs.map(({ name, label: says }) => (
          <Tab
            key={name}
            value={name}
            label={says}
            className={classes.tab}
            id={`supply-chain-tab-${name}`}
            aria-controls={`supply-chain-panel-${name}`}
            disableRipple
          />
        ))}
      </Tabs>
      {children && <div className={classes.tools}>{children}</div>}
    </div>
  );
}
