import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  whySentence,
  type BuildComparison,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ChangeDiff } from '../builds/ChangeDiff';
import { reasonTitle } from '../builds/reasonTitle';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { sideName } from './sideName';

const useStyles = makeStyles((theme: Theme) => ({
  sentence: {
    margin: theme.spacing(0.25, 0, 1),
    fontSize: 18,
    fontWeight: 600,
    lineHeight: 1.35,
    overflowWrap: 'anywhere',
  },
  kicker: { fontSize: 12.5, color: quietColor(theme) },
  reason: { margin: theme.spacing(1.5, 0, 0), fontSize: 14 },
  foot: {
    margin: theme.spacing(1, 0, 0),
    fontSize: 12.5,
    color: quietColor(theme),
  },
}));

/** What differs in what went into two builds: one sentence, then each difference. */
export function CompareDifferences({
  comparison: { from, to, differences, notRecorded },
}: {
  comparison: BuildComparison;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const told = differences.map(reason => ({
    ...reason,
    title: reasonTitle(t, reason),
  }));
  return (
    <section>
      <div className={classes.kicker}>
        {t('compare.between', {
          from: sideName(t, from),
          to: sideName(t, to),
        })}
      </div>
      <h3 className={classes.sentence}>
        {differences.length === 0
          ? t('compare.noDifference')
          : `${whySentence(told)}.`}
      </h3>
      {told.map((reason, index) => (
        <div key={index}>
          {told.length > 1 && <p className={classes.reason}>{reason.title}</p>}
          {reason.details.map((change, nth) => (
            <ChangeDiff key={nth} change={change} />
          ))}
        </div>
      ))}
      {notRecorded.length > 0 && (
        <p className={classes.foot}>
          {t('compare.notRecorded', {
            what: notRecorded.map(each => t(`compare.${each}`)).join(', '),
          })}
        </p>
      )}
    </section>
  );
}
