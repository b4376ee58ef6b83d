import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { SignatureView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Facts } from '../panel/Facts';
import { formatDuration } from '../time/formatDuration';
import { ExternalLink } from '../frame/ExternalLink';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { SignatureMark } from './SignatureMark';

const useStyles = makeStyles({
  material: { display: 'block', '& + &': { marginTop: 4 } },
});

/** How the image was built, by an attestation; with what that attestation is worth, or it would say too much. */
export function ProvenanceFacts({ of }: { of: SignatureView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { provenance } = of;
  if (!provenance) return null;
  const { startedAt, finishedAt } = provenance;
  const took =
    startedAt !== undefined && finishedAt !== undefined
      ? Date.parse(finishedAt) - Date.parse(startedAt)
      : undefined;
  return (
    <Facts
      facts={[
        {
          name: t('trust.attested'),
          value: <SignatureMark state={of.state} />,
        },
        {
          name: t('trust.builder'),
          value: provenance.builder && (
            <ExternalLink url={provenance.builder}>
              {provenance.builder}
            </ExternalLink>
          ),
        },
        {
          name: t('trust.buildType'),
          value: provenance.buildType && (
            <ExternalLink url={provenance.buildType}>
              {provenance.buildType}
            </ExternalLink>
          ),
        },
        {
          name: t('trust.materials'),
          mono: true,
          value:
            provenance.materials.length > 0 &&
            provenance.materials.map(({ name, uri, digest }, index) => (
              // Nothing names a material for sure.
              // eslint-disable-next-line react/no-array-index-key
              <span key={index} className={classes.material}>
                {[name && `${name}:`, uri, digest && `@${digest}`]
                  .filter(Boolean)
                  .join(' ')}
              </span>
            )),
        },
        {
          name: t('trust.builtAt'),
          value:
            startedAt &&
            [
              new Date(startedAt).toLocaleString(),
              took !== undefined && took >= 0 && formatDuration(took),
            ]
              .filter(Boolean)
              .join(' · '),
        },
      ].filter(fact => fact.value)}
    />
  );
}
