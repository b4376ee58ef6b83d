import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ConfigFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { CopyButton } from '../../panel/CopyButton';
import { Section } from '../../panel/Section';
import { quietColor } from '../../phase/quietColor';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { YamlText } from '../yaml/YamlText';

const useStyles = makeStyles((theme: Theme) => ({
  file: { '& + &': { marginTop: theme.spacing(2) } },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 1),
    margin: theme.spacing(0, 0, 0.75),
    fontSize: 12.5,
    color: quietColor(theme),
  },
  name: {
    margin: 0,
    fontSize: 13,
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  note: {
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 13.5,
    color: quietColor(theme),
  },
}));

/** Configuration that is handed on: every file as text, and whether it is what went on. */
export function ConfigFactsView({ facts }: { facts: ConfigFacts }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { files, handedOn } = facts;
  return (
    <Section
      title={t('facts.config')}
      aside={t('facts.files', { count: files.length })}
    >
      <p className={classes.note}>{t(`facts.handedOn.${handedOn}`)}</p>
      {files.map(({ name, text, cut, redacted, objects }) => (
        <div key={name} className={classes.file}>
          <div className={classes.head}>
            <h4 className={classes.name}>{name}</h4>
            {objects.length > 0 && <span>{objects.join(', ')}</span>}
            {cut && <span>{t('facts.fileCut')}</span>}
            {redacted && <span>{t('facts.valuesHidden')}</span>}
            {!cut && <CopyButton text={text} what={name} />}
          </div>
          <YamlText text={text} label={name} />
        </div>
      ))}
    </Section>
  );
}
