import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { useState } from 'react';
import type { LogAction } from './LogAction';
import { PlainButton } from '../frame/PlainButton';

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
        {actions.map(({ name, run, pressed, ...action }) => (
          <MenuItem
            key={name}
            disabled={action.disabledBecause !== undefined}
            selected={pressed === true}
            {...(pressed !== undefined && {
              role: 'menuitemcheckbox',
              'aria-checked': pressed,
            })}
            onClick={() => {
              close();
              run();
            }}
          >
            {action.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
