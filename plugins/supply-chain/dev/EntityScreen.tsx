import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntitySupplyChainCard } from '../src/entity/EntitySupplyChainCard';
import { EntitySupplyChainContent } from '../src/entity/EntitySupplyChainContent';
import { PageFrame } from '../src/frame/PageFrame';

/** Entities that name their workload, or their kpack Image, in each way there is. */
const ANNOTATIONS: Readonly<Record<string, Record<string, string>>> = {
  whole: {
    'carto.run/workload-name': 'payments',
    'backstage.io/kubernetes-namespace': 'storefront',
    'backstage.io/kubernetes-cluster': 'build',
  },
  named: { 'carto.run/workload-name': 'returns' },
  image: {
    'image.kpack.io/image': 'payments',
    'backstage.io/kubernetes-namespace': 'dev',
  },
  images: { 'image.kpack.io/image': 'payments' },
  absent: { 'backstage.io/kubernetes-id': 'nothing-of-this-name' },
  unannotated: {},
};

/** The card and the tab of one entity after the other. */
export function EntityScreen() {
  return (
    <PageFrame>
      {Object.entries(ANNOTATIONS).map(([name, annotations]) => (
        <EntityProvider
          key={name}
          entity={{
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name, annotations },
          }}
        >
          <h1>{name}</h1>
          <div style={{ maxWidth: 480 }}>
            <EntitySupplyChainCard />
          </div>
          <EntitySupplyChainContent />
        </EntityProvider>
      ))}
    </PageFrame>
  );
}
