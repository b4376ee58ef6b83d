import type {
  BuildView,
  ImageProviderView,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { stageImage } from './stageImage';

const at = { cluster: 'build', namespace: 'shop' };
const workload = { ...at, name: 'app' };
const A = `registry.acme.localhost/app@sha256:${'a'.repeat(64)}`;
const B = `registry.acme.localhost/app@sha256:${'b'.repeat(64)}`;

const run = (name: string, image?: string): BuildView => ({
  ref: { ...at, name },
  ...{ engine: 'dockerfile', type: 'build', workload, why: [], sentence: '' },
  ...{ phase: { kind: 'succeeded' }, source: { type: 'blob' } },
  produced: { tags: [], ...(image ? { image } : {}) },
  ...{ builtWith: { buildpacks: [] }, steps: [], problems: [] },
});

const detail = (imageProvider?: ImageProviderView): StageDetailView => ({
  workload,
  stage: {
    ...{ name: 'image-provider', title: 'Image Provider', stale: false },
    ...{ phase: { kind: 'ready' }, outputs: [], conditions: [] },
  },
  ...{ inputs: [], problems: [] },
  ...(imageProvider ? { imageProvider } : {}),
});

describe('the image of a stage', () => {
  const runs = [run('app-2'), run('app-1', A)];
  const dockerfile = detail({
    engine: 'dockerfile',
    ...{ build: run('app-2'), builds: runs, recent: [], serving: B },
  });

  it('is what a run produced, by its digest', () => {
    expect(stageImage(dockerfile, 'app-1')).toEqual({
      ref: { ...at, name: 'app-1' },
      image: A,
    });
    expect(stageImage(dockerfile, 'app-2')?.image).toBeUndefined();
  });

  it('is what is served now where no run is named', () => {
    expect(stageImage(dockerfile, undefined)).toEqual({
      ref: workload,
      image: B,
    });
  });

  it.each([
    [B, B],
    ['registry.acme.localhost/app:latest', undefined],
    [undefined, undefined],
  ])('of a ready-made image that is %s is %s', (serving, image) => {
    const prebuilt = detail({
      ...{ engine: 'prebuilt', recent: [] },
      ...(serving ? { serving } : {}),
    });
    expect(stageImage(prebuilt, undefined)?.image).toBe(image);
  });

  it('is none of a run that the stage does not have, and of a stage that makes none', () => {
    expect(stageImage(dockerfile, 'other-1')).toBeUndefined();
    expect(stageImage(detail(), undefined)).toBeUndefined();
  });
});
