import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { TrustView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Copyable } from '../panel/Copyable';
import { Facts } from '../panel/Facts';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  title: {
    margin: theme.spacing(2.5, 0, 1),
    fontSize: 13,
    fontWeight: 600,
    color: quietColor(theme),
  },
}));

/** What kpack was told to sign with the image, where its attestation is, and which layer holds the SBOM. */
export function KpackFacts({ view }: { view: TrustView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { sbom } = view.manifest ?? {};
  const { attestation, annotations } = view.kpack;
  if (annotations.length === 0 && !attestation && !sbom) return null;
  return (
    <>
      <h4 className={classes.title}>{t('trust.wrote')}</h4>
      <Facts
        facts={[
          {
            name: t('trust.kpackSigns'),
            value: annotations
              .map(({ name, value }) => `${name}=${value}`)
              .join(' '),
            mono: true,
          },
          { name: t('trust.kpackAttests'), value: attestation, mono: true },
          {
            name: t('trust.sbom'),
            mono: true,
            value: sbom && <Copyable text={sbom} what={t('trust.sbom')} />,
          },
        ].filter(({ value }) => value)}
      />
    </>
  );
}
