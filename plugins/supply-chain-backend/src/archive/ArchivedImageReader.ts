import type {
  ImagesAnswer,
  ImagesQuery,
  ImageView,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ImageReader } from '../service/images/ImageReader';
import type { Sight } from '../service/Sight';
import type { NextBuilds } from './NextBuilds';

/** Pages of kpack Images that know which logs are archived. */
export class ArchivedImageReader implements ImageReader<Sight> {
  constructor(
    private readonly inner: ImageReader<Sight>,
    private readonly next: NextBuilds,
  ) {}

  images(query: ImagesQuery, as: Sight): Promise<ImagesAnswer> {
    return this.inner.images(query, as);
  }

  async image(ref: ObjectRef, as: Sight): Promise<ImageView> {
    const view = await this.inner.image(ref, as);
    const { provider } = view;
    return this.next.in(
      view,
      { image: view.ref, next: provider.next },
      next => ({ ...view, provider: { ...provider, next } }),
      as.signal,
    );
  }
}
