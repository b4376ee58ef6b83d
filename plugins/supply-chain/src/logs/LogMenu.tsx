import { makeStyles, type Theme } from '@material-ui/core/styles';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { useState } from 'react';
import { PlainButton } from '../frame/PlainButton';
import { quietColor } from '../phase/quietColor';
import type { LogAction } from './LogAction';
import { MONOSPACE } from '../frame/MONOSPACE';

const useStyles = makeStyles((theme: Theme) => ({
  entry: { display: 'block', flex: 1 },
  why: { display: 'block', fontSize: 12, whiteSpace: 'normal' },
  key: {
    marginLeft: theme.spacing(3),
    fontFamily: MONOSPACE,
    fontSize: 12.5,
    color: quietColor(theme),
  },
}));

/** A button that opens a list of actions. Within the log, not beside it: a full screen shows nothing else. */
export function LogMenu({
  label,
  words,
  actions,
}: {
  label: string;
  /** On the button. */
  words: string;
  actions: readonly LogAction[];
}) {
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <PlainButton
        label={label}
        expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {words}
      </PlainButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        container={() => anchor?.closest('[data-log-viewer]') ?? document.body}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        MenuListProps={{ dense: true, 'aria-label': label }}
      >
        {actions.map(({ name, run, pressed, isChoice, ...action }) => (
          <MenuItem
            key={name}
            disabled={action.disabledBecause !== undefined}
            aria-keyshortcuts={action.key || undefined}
            selected={pressed === true}
            {...(pressed !== undefined && {
              role: isChoice ? 'menuitemradio' : 'menuitemcheckbox',
              'aria-checked': pressed,
            })}
            onClick={() => {
              close();
              run();
            }}
          >
            <span className={classes.entry}>
              {action.label}
              {action.disabledBecause !== undefined && (
                <span className={classes.why}>{action.disabledBecause}</span>
              )}
            </span>
            <span className={classes.key} aria-hidden="true">
              {action.key}
            </span>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
