import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { MONOSPACE } from '../frame/MONOSPACE';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { choiceActions } from './choiceActions';
import type { LogAction } from './LogAction';
import type { LogChoicesProps } from './LogChoices';

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

export type LogMenuListProps = {
  label: string;
  actions: readonly LogAction[];
  /** Choices that have no room beside the button. */
  choices: LogChoicesProps | undefined;
  anchor: HTMLElement;
  onClose: () => void;
};

/** Actions, and choices, to choose one. Within the log, not beside it: a full screen shows nothing else. */
export function LogMenuList(props: LogMenuListProps) {
  const { label, actions, choices, anchor, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <Menu
      anchorEl={anchor}
      open
      onClose={onClose}
      container={() => anchor.closest('[data-log-viewer]') ?? document.body}
      getContentAnchorEl={null}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      MenuListProps={{ dense: true, 'aria-label': label }}
    >
      {[...actions, ...(choices ? choiceActions(t, choices) : [])].map(
        ({ name, run, pressed, isChoice, ...action }) => (
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
              onClose();
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
        ),
      )}
    </Menu>
  );
}
