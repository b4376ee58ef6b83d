/** Words on a catalog entity. */
export const entityMessages = {
  cardTitle: 'Supply chain',
  open: 'Open the supply chain',
  several_one: '{{count}} workload belongs to this entity',
  several_other: '{{count}} workloads belong to this entity',
  severalImages_one: '{{count}} image belongs to this entity',
  severalImages_other: '{{count}} images belong to this entity',
  noImageTitle: 'No image called {{name}}',
  openImage: 'Open the image',
  noneTitle: 'No workload called {{name}}',
  noneAnywhere:
    'None of the clusters that you may see has it. Check the annotations of this entity.',
  noneIn:
    'It is not in {{place}}, or you may not see it. Check the annotations of this entity.',
  tag: 'Image tag',
  why: 'Last build ran because',
  changed: 'Changed',
  loading: 'What this entity means is being looked for',
} as const;
