/** Pages that are not one stage, of the demo's own recording. */
export const pages = [
  { name: 'list', title: 'All supply chains', path: '/supply-chain' },
  {
    name: 'supply-chain',
    title: 'A supply chain whose image build failed',
    path: '/supply-chain/build/storefront/returns?stage=image-provider',
  },
  {
    name: 'logs',
    title: 'The log of a failed build, at its first error line',
    path: '/supply-chain/build/storefront/returns?stage=image-provider&tab=logs',
  },
  {
    name: 'history',
    title: 'The history of an image',
    path: '/supply-chain/build/storefront/payments?stage=image-provider&tab=history',
  },
  {
    name: 'signed',
    title: 'An image that kpack signed and attested',
    path: '/supply-chain/images/build/signed/receipts',
    shows: 'Policies about this image',
  },
  {
    name: 'forged',
    title: 'An image under the signature of another',
    path: '/supply-chain/images/build/signed/receipts-forged',
    shows: 'Policies about this image',
  },
  { name: 'images', title: 'kpack Images', path: '/supply-chain/images' },
  { name: 'builders', title: 'Builders', path: '/supply-chain/builders' },
  {
    name: 'builder',
    title: 'A builder, and how far its update has come',
    path: '/supply-chain/builders/build/ClusterBuilder/default',
  },
  {
    name: 'unmatched',
    title: 'A workload that no supply chain selects',
    path: '/supply-chain/build/storefront/orphan',
  },
  {
    name: 'delivery-failed',
    title: 'The delivery of a green build, failed on the run cluster',
    path: '/supply-chain/build/backoffice/billing?stage=image-provider&delivery=open',
    shows: 'goes on serving',
    region: 'Delivery in detail',
    scenario: { name: 'undelivered', target: 'backoffice/billing' },
  },
  {
    name: 'entity',
    title: 'On an entity',
    path: '/catalog/default/component/payments/supply-chain',
  },
  {
    name: 'entity-image',
    title: 'On an entity that names a kpack Image',
    path: '/catalog/default/component/receipts/supply-chain',
    shows: 'Policies about this image',
  },
];
