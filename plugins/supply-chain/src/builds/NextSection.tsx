import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  fillTemplate,
  type NextBuild,
  type NextReason,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PhaseShape } from '../phase/PhaseShape';
import type { PhaseTone } from '../phase/PhaseTone';
import { quietColor } from '../phase/quietColor';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { Section } from '../panel/Section';

const useStyles = makeStyles((theme: Theme) => ({
  says: { margin: 0, fontSize: 14 },
  list: {
    listStyle: 'none',
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    fontSize: 13.5,
    '& li': {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.25, 0),
      overflowWrap: 'anywhere',
    },
  },
  shape: { flex: 'none', marginTop: 2 },
  quiet: { color: quietColor(theme), fontSize: 12.5 },
}));

/** What calls for a build looks like one that is coming, what holds it up like what is in the way. */
const TONES = {
  calls: 'busy',
  'holds-up': 'warn',
  'left-aside': 'idle',
  costs: 'unknown',
} as const satisfies Record<NextReason['effect'], PhaseTone>;

/** What would rebuild the image, what holds that up, and what it will cost. */
export function NextSection({ next }: { next: NextBuild }) {
  const classes = useStyles();
  const tones = useToneStyles();
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
      {next.reasons.length > 0 && (
        <ul className={classes.list}>
          {next.reasons.map((reason, index) => (
            <li
              key={index}
              className={reason.effect === 'costs' ? classes.quiet : undefined}
            >
              <PhaseShape
                tone={TONES[reason.effect]}
                size={14}
                className={`${classes.shape} ${tones[TONES[reason.effect]]}`}
              />
              <div>
                {nextWords(t, reason)}
                {reason.details && (
                  <div className={classes.quiet}>{reason.details}</div>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
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
