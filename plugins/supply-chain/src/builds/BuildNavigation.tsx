import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { usePanelUrl } from '../panel/usePanelUrl';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { buildName } from './buildName';
import { PanelLink } from '../panel/PanelLink';

const useStyles = makeStyles((theme: Theme) => ({
  navigation: {
    display: 'flex',
    gap: theme.spacing(1.25),
    alignItems: 'center',
    padding: theme.spacing(0.75, 0),
    fontSize: 12.5,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
}));

/** Which build is shown, of how many, and the way to the ones before and after it. */
export function BuildNavigation({
  shown,
  builds,
}: {
  shown: Pick<BuildRow, 'ref' | 'number'>;
  /** Newest first. */
  builds: readonly BuildRow[];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const at = builds.findIndex(({ ref }) => ref.name === shown.ref.name);
  const [newest] = builds;
  const newer = at > 0 ? builds[at - 1] : undefined;
  const older = at >= 0 ? builds[at + 1] : undefined;
  const to = (build: BuildRow) =>
    url.with({
      // The newest has no name in the address: the page moves on with the next build.
      build: build === newest ? undefined : build.ref.name,
      compare: undefined,
      step: undefined,
      line: undefined,
    });
  return (
    <nav className={classes.navigation} aria-label={t('build.navigation')}>
      <span>
        {shown.number !== undefined && newest?.number !== undefined
          ? t('build.numberOf', {
              number: `${shown.number}`,
              newest: `${newest.number}`,
            })
          : buildName(t, shown)}
      </span>
      {older && <PanelLink to={to(older)}>{t('build.older')}</PanelLink>}
      {newer && <PanelLink to={to(newer)}>{t('build.newer')}</PanelLink>}
      {newest && at !== 0 && newer !== newest && (
        <PanelLink to={to(newest)}>{t('build.newest')}</PanelLink>
      )}
    </nav>
  );
}
