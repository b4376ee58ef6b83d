import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BuildpackageView,
  StoreView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ExternalLink } from '../frame/ExternalLink';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { OrderList } from './OrderList';
import { PartName } from './PartName';
import { PartTable } from './PartTable';
import { UsedBy } from './UsedBy';
import { usePageStyles } from '../frame/usePageStyles';

/** ClusterStores with their buildpackages: what `kp clusterstore status -v` prints, and who uses them. */
export function StoreTable({ stores }: { stores: readonly StoreView[] }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <PartTable
      title={t('builder.stores')}
      columns={[
        t('builder.store'),
        t('builder.buildpack'),
        t('builder.usedBy'),
      ]}
      rows={stores.map(store => ({
        key: `${store.cluster}/${store.name}`,
        cells: [
          <PartName {...store} />,
          <>
            {store.buildpackages.length === 0 && store.sources.join(', ')}
            {store.buildpackages.map(each => (
              <Buildpackage
                key={`${each.id}@${each.version}`}
                buildpackage={each}
              />
            ))}
          </>,
          <UsedBy names={store.usedBy} />,
        ],
      }))}
    />
  );
}

/** One buildpackage; what is in it opens on demand: a store can bring hundreds of buildpacks. */
function Buildpackage({ buildpackage }: { buildpackage: BuildpackageView }) {
  const { quiet, mono } = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { id, version, homepage, image, buildpacks, order } = buildpackage;
  return (
    <details>
      <summary>{[id, version].filter(Boolean).join(' ')}</summary>
      {image && (
        <div>
          {t('builder.source')} <span className={mono}>{image}</span>
        </div>
      )}
      {homepage && <ExternalLink url={homepage}>{homepage}</ExternalLink>}
      {order.length > 0 ? (
        <OrderList
          order={order.map(group =>
            group.map(each => ({ ...each, contains: [] })),
          )}
        />
      ) : (
        <div className={quiet}>
          {buildpacks
            .map(each => [each.id, each.version].filter(Boolean).join(' '))
            .join(', ')}
        </div>
      )}
    </details>
  );
}
