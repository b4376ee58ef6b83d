import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildName } from '../builds/buildName';
import { PanelLink } from '../panel/PanelLink';
import { usePanelUrl } from '../panel/usePanelUrl';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

/** One of the builds that are compared, to look at by itself. */
export function BuildLink({
  build,
}: {
  build: Pick<BuildRow, 'ref' | 'number'>;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  return (
    <PanelLink
      to={url.with({
        ...{ tab: undefined, compare: undefined, step: undefined },
        build: build.ref.name,
      })}
    >
      {buildName(t, build)}
    </PanelLink>
  );
}
