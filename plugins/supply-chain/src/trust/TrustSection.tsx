import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import type { TrustView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Section } from '../panel/Section';
import { quietColor } from '../phase/quietColor';
import { FailurePanel } from '../states/FailurePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { FoundList } from './FoundList';
import { KpackFacts } from './KpackFacts';
import { PolicyList } from './PolicyList';
import { ProvenanceFacts } from './ProvenanceFacts';
import { SignatureMark } from './SignatureMark';
import type { Trust } from './Trust';
import { stateSentence } from './trustWords';

const useStyles = makeStyles((theme: Theme) => ({
  // What comes has about this height: little moves when it is there.
  body: { minHeight: 180 },
  line: {
    height: 14,
    maxWidth: 320,
    margin: theme.spacing(1, 0),
    borderRadius: 4,
    background: theme.palette.action.hover,
  },
  says: { margin: theme.spacing(0.5, 0, 1.5), fontSize: 13.5 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: theme.spacing(2, 3),
    alignItems: 'start',
    '& > div': { minWidth: 0 },
  },
  part: { '& + &': { marginTop: theme.spacing(2.5) } },
  title: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 13,
    fontWeight: 600,
    color: quietColor(theme),
  },
  again: {
    border: 0,
    padding: theme.spacing(0.25, 0.5),
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textDecoration: 'underline',
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** What the image is worth: first in a word and a sentence, then all that leads to it. */
export function TrustSection({
  trust,
  again,
}: {
  trust: Trust;
  again: () => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <Section
      title={t('trust.title')}
      aside={
        trust.state !== 'loading' && (
          <button type="button" className={classes.again} onClick={again}>
            {t('trust.again')}
          </button>
        )
      }
    >
      <div className={classes.body} aria-busy={trust.state === 'loading'}>
        {body()}
      </div>
    </Section>
  );

  function body(): ReactNode {
    switch (trust.state) {
      case 'loading':
        return (
          <>
            <p className={classes.says}>{t('trust.loading')}</p>
            <div className={classes.line} />
            <div className={classes.line} />
          </>
        );
      case 'failed':
        return <FailurePanel error={trust.error} />;
      default:
        return <Told view={trust.view} />;
    }
  }
}

/** Beside each other where there is room: what the registry has, and what that means for the clusters. */
function Told({ view }: { view: TrustView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const provenances = view.found.filter(({ provenance }) => provenance);
  return (
    <div className={classes.columns}>
      <div>
        <SignatureMark state={view.signature} />
        <p className={classes.says}>
          {stateSentence(t, view.signature, view.registry)}
        </p>
        <FoundList view={view} />
        <KpackFacts view={view} />
      </div>
      <div>
        {provenances.map((each, index) => (
          // eslint-disable-next-line react/no-array-index-key
          <div key={`${each.digest} ${index}`} className={classes.part}>
            <h4 className={classes.title}>{t('trust.provenance')}</h4>
            <ProvenanceFacts of={each} />
          </div>
        ))}
        <div className={classes.part}>
          <h4 className={classes.title}>{t('trust.policies')}</h4>
          <PolicyList policies={view.policies} problems={view.problems} />
        </div>
      </div>
    </div>
  );
}
