import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { PlainButton } from '../frame/PlainButton';
import type { LogAction } from './LogAction';
import { MONOSPACE } from '../frame/MONOSPACE';

const useStyles = makeStyles((theme: Theme) => ({
  sheet: {
    position: 'absolute',
    zIndex: 1,
    top: theme.spacing(1),
    right: theme.spacing(2.5),
    maxWidth: 'calc(100% - 40px)',
    maxHeight: 'calc(100% - 16px)',
    overflow: 'auto',
    padding: theme.spacing(1.5, 2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    fontSize: 13,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(1),
    fontWeight: 600,
  },
  keys: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    '& dt': { fontFamily: MONOSPACE, fontSize: 12.5 },
    '& dd': { margin: 0, color: quietColor(theme) },
  },
}));

/** What the keyboard can do, over the log. Has the focus while it is open, and gives it back. */
export function LogKeySheet({
  actions,
  hasSteps,
  onClose,
}: {
  /** Each has a key. */
  actions: readonly LogAction[];
  /** There are others to go to. */
  hasSteps: boolean;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const keys: readonly (readonly [key: string, does: string])[] = [
    ['/', t('log.keySearch')],
    ['n N', t('log.keyNext')],
    ['c x', t('log.keyHow')],
    ['g G', t('log.keyEnds')],
    ['j k', t('log.keyPick')],
    ['J K', t('log.keyExtend')],
    ...(hasSteps ? [['[ ]', t('log.keySteps')] as const] : []),
    ['t', t('log.keyTimes')],
    ...actions.map(({ key, does }) => [key, does] as const),
    [t('log.keysAll'), t('log.keyAll')],
  ];
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      ref={sheet}
      className={classes.sheet}
      role="dialog"
      aria-label={t('log.help')}
      tabIndex={-1}
    >
      <div className={classes.head}>
        {t('log.help')}
        <PlainButton label={t('log.helpClose')} onClick={onClose}>
          ×
        </PlainButton>
      </div>
      <dl className={classes.keys}>
        {keys.flatMap(([key, does]) => [
          <dt key={`${key} key`}>{key}</dt>,
          <dd key={key}>{does}</dd>,
        ])}
      </dl>
    </div>
  );
}
