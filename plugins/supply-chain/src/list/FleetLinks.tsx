import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useFleetHref } from '../hooks/useFleetHref';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginRight: 'auto',
    fontSize: 14,
  },
}));

/** From the list of supply chains to what stands beside it. */
export function FleetLinks() {
  const { links } = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  return (
    <nav className={links} aria-label={t('builder.breadcrumb')}>
      <Link to={href.builders}>{t('builder.link')}</Link>
      <Link to={href.images}>{t('image.link')}</Link>
    </nav>
  );
}
