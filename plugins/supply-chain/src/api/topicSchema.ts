import {
  buildersAnswerSchema,
  builderViewSchema,
  imagesAnswerSchema,
  imageViewSchema,
  buildsAnswerSchema,
  buildViewSchema,
  deliveriesAnswerSchema,
  stageDetailViewSchema,
  workloadsAnswerSchema,
  workloadViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** How the view of each type of topic is read. */
export const topicSchema = {
  workloads: workloadsAnswerSchema,
  workload: workloadViewSchema,
  stage: stageDetailViewSchema,
  delivery: deliveriesAnswerSchema,
  builds: buildsAnswerSchema,
  build: buildViewSchema,
  builders: buildersAnswerSchema,
  builder: builderViewSchema,
  images: imagesAnswerSchema,
  image: imageViewSchema,
} as const;
