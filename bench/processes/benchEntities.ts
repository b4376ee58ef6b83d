import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type { EntityProvider } from '@backstage/plugin-catalog-node';

const HERE = 'bench:workloads';

/** A component for each of these workloads, annotated as their owners would do it for the kubernetes plugin. */
export function benchEntities(
  workloads: readonly { readonly namespace: string; readonly name: string }[],
) {
  const provider: EntityProvider = {
    getProviderName: () => 'bench',
    async connect(connection) {
      await connection.applyMutation({
        type: 'full',
        entities: workloads.map(({ namespace, name }) => ({
          locationKey: HERE,
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name,
              annotations: {
                'backstage.io/managed-by-location': HERE,
                'backstage.io/managed-by-origin-location': HERE,
                'backstage.io/kubernetes-label-selector': `app.kubernetes.io/part-of=${name}`,
                'backstage.io/kubernetes-namespace': namespace,
              },
            },
            spec: {
              ...{ type: 'service', lifecycle: 'production' },
              owner: 'group:default/bench',
            },
          },
        })),
      });
    },
  };
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider(provider);
        },
      });
    },
  });
}
