import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { MONOSPACE } from './useLogStyles';

const useStyles = makeStyles((theme: Theme) => ({
  keys: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2.5),
    margin: 0,
    padding: theme.spacing(1, 2),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: 12.5,
    '& div': { display: 'flex', gap: theme.spacing(0.75) },
    '& dt': { fontFamily: MONOSPACE },
    '& dd': { margin: 0, color: quietColor(theme) },
  },
}));

const KEYS = [
  ['/', 'log.keySearch'],
  ['n N', 'log.keyNext'],
  ['g G', 'log.keyEnds'],
  ['w', 'log.keyWrap'],
  ['t', 'log.keyTimes'],
  ['f', 'log.keyFull'],
  ['?', 'log.keyHelp'],
] as const;

/** What the keyboard can do. */
export function LogKeyHelp() {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <dl className={classes.keys} aria-label={t('log.help')}>
      {KEYS.map(([key, does]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{t(does)}</dd>
        </div>
      ))}
    </dl>
  );
}
