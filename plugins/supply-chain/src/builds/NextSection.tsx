import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  fillTemplate,
  type NextBuild,
  type NextReason,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { Section } from './Section';

const useStyles = makeStyles((theme: Theme) => ({
  says: { margin: 0, fontSize: 14 },
  list: {
    listStyle: 'none',
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    fontSize: 13.5,
    '& li': { padding: theme.spacing(0.25, 0), overflowWrap: 'anywhere' },
  },
  quiet: { color: quietColor(theme), fontSize: 12.5 },
}));

/** What would rebuild the image, what holds that up, and what it will cost. */
export function NextSection({ next }: { next: NextBuild }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const isHeldUp = next.reasons.some(
    ({ effect, message }) =>
      effect === 'holds-up' && message !== 'builder-behind',
  );
  const due = isHeldUp ? 'build.nextHeldUp' : 'build.nextDue';
  return (
    <Section title={t('build.next')}>
      <p className={classes.says}>
        {t(next.isDue ? due : 'build.nextNothing')}
      </p>
      <ul className={classes.list}>
        {next.reasons.map((reason, index) => (
          <li
            key={index}
            className={reason.effect === 'costs' ? classes.quiet : undefined}
          >
            {nextWords(t, reason)}
            {reason.details && (
              <div className={classes.quiet}>{reason.details}</div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** In the reader's language; filled by us, as reasons are (reasonTitle.ts). */
function nextWords(t: Words, { message, params, says }: NextReason): string {
  const template = (t as (key: string, options: object) => string)(
    `next.${message}`,
    { skipInterpolation: true },
  );
  return fillTemplate(template, params) || says;
}
