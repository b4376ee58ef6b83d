import { createApiRef } from '@backstage/core-plugin-api';
import type { KubernetesAuthProvidersApi } from '@backstage/plugin-kubernetes-react';

/**
 * The kubernetes plugin's own `kubernetesAuthProvidersApiRef`: a ref is its id, and importing theirs would bring along the
 * components of their whole package.
 */
export const authProvidersApiRef = createApiRef<
  Pick<KubernetesAuthProvidersApi, 'getCredentials'>
>({ id: 'plugin.kubernetes-auth-providers.service' });
