import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ConventionFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ChangeDiff } from '../../builds/ChangeDiff';
import { Section } from '../../panel/Section';
import { MONOSPACE } from '../../frame/MONOSPACE';
import { quietColor } from '../../phase/quietColor';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  list: {
    margin: 0,
    paddingLeft: theme.spacing(3.5),
    fontFamily: MONOSPACE,
    fontSize: 12.5,
    lineHeight: 1.8,
    overflowWrap: 'anywhere',
  },
  none: { margin: 0, fontSize: 14, color: quietColor(theme) },
}));

/** Conventions in the order in which they were applied, and what they made of the plain pod. */
export function ConventionFactsView({ facts }: { facts: ConventionFacts }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { applied, changes, cut } = facts;
  return (
    <>
      <Section title={t('facts.conventions')} aside={`${applied.length}`}>
        {applied.length === 0 ? (
          <p className={classes.none}>{t('facts.noConventions')}</p>
        ) : (
          <ol className={classes.list}>
            {applied.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ol>
        )}
      </Section>
      <Section
        title={t('facts.podChanges')}
        aside={cut ? t('facts.firstOf', { n: `${changes.length}` }) : ''}
      >
        {changes.length === 0 ? (
          <p className={classes.none}>{t('facts.noPodChanges')}</p>
        ) : (
          changes.map(change => (
            <ChangeDiff key={change.path} change={change} />
          ))
        )}
      </Section>
    </>
  );
}
