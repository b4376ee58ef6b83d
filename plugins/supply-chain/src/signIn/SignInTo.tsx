import { useApi } from '@backstage/core-plugin-api';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { SignInButton } from './SignInButton';

/** The way to sign in to a cluster of which only the name is at hand; nothing where nobody told whose token it wants. */
export function SignInTo({ cluster }: { cluster: string }) {
  const { clusterTokens } = useApi(supplyChainApiRef);
  const authProvider = clusterTokens?.providerOf(cluster);
  return authProvider === undefined ? null : (
    <div>
      <SignInButton cluster={cluster} authProvider={authProvider} />
    </div>
  );
}
