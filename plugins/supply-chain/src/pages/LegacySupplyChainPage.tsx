import { Page } from '@backstage/core-components';
import { SupplyChainRouter } from './SupplyChainRouter';

/** The old frontend system leaves the shell to the page. */
export function LegacySupplyChainPage() {
  return (
    <Page themeId="tool">
      <SupplyChainRouter />
    </Page>
  );
}
