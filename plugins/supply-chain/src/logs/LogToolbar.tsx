import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { LogAction } from './LogAction';
import { PlainButton } from '../frame/PlainButton';
import { LogChoices, type LogChoicesProps } from './LogChoices';
import { LogMenu } from './LogMenu';

const useStyles = makeStyles((theme: Theme) => ({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.75),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  below: { order: 1, flex: '1 0 100%', textAlign: 'right' },
  status: {
    marginLeft: 'auto',
    marginRight: theme.spacing(0.5),
    color: quietColor(theme),
    fontSize: 12.5,
    fontVariantNumeric: 'tabular-nums',
  },
}));

export type LogToolbarProps = {
  /** The search, in front of all else. */
  search: ReactNode;
  /** How many lines, and whether more will come; or what became of the last action. */
  status: string;
  /** Choices that are no actions. */
  choices: LogChoicesProps;
  /** There is room for them; else they are in the menu. */
  hasChoices: boolean;
  /** As many of them are buttons as there is room for; the others, entries of a menu. */
  actions: readonly LogAction[];
  /** Always in the menu. */
  more: readonly LogAction[];
  /** How many buttons there is room for. */
  room: number;
  /** The search and the menu take the whole row: the status stands below them. */
  isNarrow: boolean;
};

/** The tools of a log, in one row above it. */
export function LogToolbar(props: LogToolbarProps) {
  const { search, status, choices, hasChoices, actions, more, room } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div className={classes.tools}>
      {search}
      <span
        className={`${classes.status} ${props.isNarrow ? classes.below : ''}`}
        role="status"
      >
        {status}
      </span>
      {hasChoices && <LogChoices {...choices} />}
      {actions
        .slice(0, room)
        .map(({ name, label, run, pressed, does, ...action }) => (
          <PlainButton
            key={name}
            onClick={run}
            pressed={pressed}
            hint={action.disabledBecause ?? `${does} (${action.key})`}
            disabled={action.disabledBecause !== undefined}
          >
            {label}
          </PlainButton>
        ))}
      <LogMenu
        label={t('log.more')}
        words="⋯"
        actions={[...actions.slice(room), ...more]}
        choices={hasChoices ? undefined : choices}
      />
    </div>
  );
}
