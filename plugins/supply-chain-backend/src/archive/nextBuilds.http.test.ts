import {
  imageViewSchema,
  stageDetailViewSchema,
  type NextBuild,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { DemoClusters } from 'demo-cluster';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';
import { startArchived } from './testing/startArchived';

jest.setTimeout(120_000);

const IMAGES = { group: 'kpack.io', plural: 'images' };
const NAMESPACE = 'storefront';
const IMAGE = 'returns';

/** From now on kpack keeps one build that succeeded: the next one makes it delete the last. */
function keepOne({ build: { state } }: DemoClusters): void {
  const found = state.get(IMAGES, NAMESPACE, IMAGE);
  if (!found) throw new Error(`No Image ${IMAGE} is recorded`);
  const spec = { ...Object(found.spec), successBuildHistoryLimit: 1 };
  state.apply(IMAGES, { ...found, spec });
}

/** What the page of the Image and that of its stage say that the next build will cost. */
async function costs({ fetch }: SupplyChain): Promise<readonly string[][]> {
  const read = async (path: string): Promise<unknown> =>
    (await fetch(path)).json();
  const image = imageViewSchema.parse(
    await read(`/v1/images/build/${NAMESPACE}/${IMAGE}`),
  );
  const stage = stageDetailViewSchema.parse(
    await read(
      `/v1/workloads/build/${NAMESPACE}/${IMAGE}/stages/image-provider`,
    ),
  );
  const said = (next: NextBuild | undefined) =>
    (next?.reasons ?? [])
      .filter(({ effect }) => effect === 'costs')
      .map(({ message }) => message);
  return [said(image.provider.next), said(stage.imageProvider?.next)];
}

it('says that a log will be lost with its build where nothing is archived', async () => {
  const chain = await startSupplyChain({ prepare: keepOne });
  try {
    expect(await costs(chain)).toEqual([
      ['history-succeeded'],
      ['history-succeeded'],
    ]);
  } finally {
    await chain.stop();
  }
});

it('is silent of a log that is archived', async () => {
  const chain = await startArchived({ prepare: keepOne });
  try {
    const builds = await chain.withPods();
    await chain.settled(builds.filter(({ image }) => image === IMAGE));
    expect(await costs(chain)).toEqual([[], []]);
  } finally {
    await chain.stop();
  }
});
