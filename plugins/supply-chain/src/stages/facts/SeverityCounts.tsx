import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ScanFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../../phase/quietColor';
import { toneColor } from '../../phase/toneColor';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'] as const;

/** What may stop a chain is set off; the rest is calm. */
const GRAVE: ReadonlySet<string> = new Set(['critical', 'high']);

const useStyles = makeStyles((theme: Theme) => ({
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: theme.spacing(0, 0, 2),
    padding: 0,
  },
  count: {
    minWidth: 76,
    padding: theme.spacing(0.75, 1.25),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    fontVariantNumeric: 'tabular-nums',
  },
  grave: { borderColor: toneColor(theme, 'bad') },
  number: { display: 'block', fontSize: 18, fontWeight: 600 },
  word: { fontSize: 12.5, color: quietColor(theme) },
}));

/** Known vulnerabilities by severity, the gravest first. */
export function SeverityCounts({
  counts,
}: {
  counts: NonNullable<ScanFacts['counts']>;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <ul
      className={classes.counts}
      aria-label={t('facts.vulnerabilities', { n: `${counts.total}` })}
    >
      {SEVERITIES.map(severity => (
        <li
          key={severity}
          className={`${classes.count} ${
            GRAVE.has(severity) && counts[severity] > 0 ? classes.grave : ''
          }`}
        >
          <span className={classes.number}>{counts[severity]}</span>
          <span className={classes.word}>
            {t(`facts.severity.${severity}`)}
          </span>
        </li>
      ))}
      <li className={classes.count}>
        <span className={classes.number}>{counts.total}</span>
        <span className={classes.word}>{t('facts.severity.total')}</span>
      </li>
    </ul>
  );
}
