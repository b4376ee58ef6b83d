import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { OutputView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { CopyButton } from '../panel/CopyButton';
import { MONOSPACE } from '../frame/MONOSPACE';
import { Age } from '../time/Age';
import { ExternalLink } from '../frame/ExternalLink';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  outputs: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1.25),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 1),
    fontSize: 12.5,
    color: quietColor(theme),
  },
  name: { fontWeight: 600, color: theme.palette.text.primary },
  value: {
    maxHeight: 320,
    overflow: 'auto',
    margin: theme.spacing(0.5, 0, 0),
    padding: theme.spacing(0.75, 1.25),
    borderRadius: 6,
    background: theme.palette.action.hover,
    fontFamily: MONOSPACE,
    fontSize: 12.5,
    lineHeight: 1.5,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  none: {
    margin: 0,
    fontSize: 14,
    color: quietColor(theme),
  },
}));

/** What a stage gives to later ones. A value that Cartographer cut says so. */
export function OutputList({ outputs }: { outputs: readonly OutputView[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (outputs.length === 0)
    return <p className={classes.none}>{t('stage.outputsNone')}</p>;
  return (
    <ul className={classes.outputs}>
      {outputs.map(({ name, value, cut, redacted, digest, at }) => (
        <li key={name}>
          <div className={classes.head}>
            <span className={classes.name}>{name}</span>
            {redacted && <span>{t('facts.valuesHidden')}</span>}
            {cut && <span title={t('stage.cutHint')}>{t('stage.cut')}</span>}
            {at && (
              <span title={digest}>
                {t('stage.ago', { age: <Age since={at} /> })}
              </span>
            )}
            {!cut && value !== '' && <CopyButton text={value} what={name} />}
          </div>
          <div className={classes.value}>
            <ExternalLink url={cut ? '' : value}>{value}</ExternalLink>
          </div>
        </li>
      ))}
    </ul>
  );
}
