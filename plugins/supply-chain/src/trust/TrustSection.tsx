import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import type { TrustView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { CopyButton } from '../builds/CopyButton';
import { Facts } from '../builds/Facts';
import { Section } from '../builds/Section';
import { quietColor } from '../phase/quietColor';
import { FailurePanel } from '../states/FailurePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { FoundList } from './FoundList';
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
  title: {
    margin: theme.spacing(2, 0, 1),
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

function Told({ view }: { view: TrustView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const provenances = view.found.filter(({ provenance }) => provenance);
  const { sbom } = view.manifest ?? {};
  const asked = view.kpack.annotations
    .map(({ name, value }) => `${name}=${value}`)
    .join(' ');
  return (
    <>
      <SignatureMark state={view.signature} />
      <p className={classes.says}>
        {stateSentence(t, view.signature, view.registry)}
      </p>
      <FoundList view={view} />
      {(asked || view.kpack.attestation || sbom) && (
        <>
          <h4 className={classes.title}>{t('trust.wrote')}</h4>
          <Facts
            facts={[
              { name: t('trust.kpackSigns'), value: asked, mono: true },
              {
                name: t('trust.kpackAttests'),
                value: view.kpack.attestation,
                mono: true,
              },
              {
                name: t('trust.sbom'),
                mono: true,
                value: sbom && (
                  <>
                    {sbom}
                    <CopyButton text={sbom} what={t('trust.sbom')} />
                  </>
                ),
              },
            ].filter(({ value }) => value)}
          />
        </>
      )}
      {provenances.map((each, index) => (
        // eslint-disable-next-line react/no-array-index-key
        <div key={`${each.digest} ${index}`}>
          <h4 className={classes.title}>{t('trust.provenance')}</h4>
          <ProvenanceFacts of={each} />
        </div>
      ))}
      <h4 className={classes.title}>{t('trust.policies')}</h4>
      <PolicyList policies={view.policies} problems={view.problems} />
    </>
  );
}
