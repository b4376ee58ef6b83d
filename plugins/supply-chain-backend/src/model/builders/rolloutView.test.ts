import type {
  BehindView,
  RolloutState,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RolledImage } from './RolledImage';
import { rolloutView } from './rolloutView';

const STACK: BehindView = { what: 'stack', name: 'base', to: 'run:2' };
const BUILDPACK: BehindView = {
  ...{ what: 'buildpack', name: 'acme/go' },
  ...{ from: '1.0.0', to: '2.0.0' },
};
const LEFT: BehindView = { what: 'buildpack', name: 'acme/go', from: '1.0.0' };
const LIFECYCLE: BehindView = {
  ...{ what: 'lifecycle', from: '0.20', to: '0.21' },
};

function image(
  name: string,
  state: RolloutState,
  behind: readonly BehindView[] = [],
): RolledImage {
  return {
    facts: { namespace: 'shop', name, builder: {} },
    names: {},
    view: {
      ref: { cluster: 'build', namespace: 'shop', name },
      state,
      ...(behind.length > 0 ? { behind: [...behind] } : {}),
    },
  };
}

const says = (...images: readonly RolledImage[]) =>
  rolloutView(images, 'well').sentence;

describe('how far the images of a builder are', () => {
  it.each<[readonly BehindView[], string]>([
    [[STACK], 'Stack base at run:2: the one image is not on it yet'],
    [
      [BUILDPACK],
      'Buildpack acme/go from 1.0.0 to 2.0.0: the one image that uses it does not have it yet',
    ],
    [
      [LEFT],
      'Buildpack acme/go 1.0.0 left the builder: the one image that has it is not built without it yet',
    ],
    [
      [LIFECYCLE],
      'Lifecycle from 0.20 to 0.21: the one image is not built with it yet',
    ],
    [
      [STACK, LIFECYCLE],
      '2 updates under way: the one image does not have them all yet',
    ],
  ])('is said of one image as of one: %j', (behind, sentence) => {
    expect(says(image('a', 'behind', behind))).toBe(sentence);
  });

  it('is said of one image that waits for its repair, and of one that nobody built', () => {
    expect(says(image('a', 'blocked', [STACK]))).toBe(
      'The one image is not built with what its builder has now, and will not be before its own failed build is repaired',
    );
    expect(says(image('a', 'unbuilt'))).toBe(
      'The one image is not built with what its builder has now',
    );
    expect(says(image('a', 'up-to-date'))).toBe(
      'The one image is built with what its builder has now',
    );
  });

  it('is counted where there are several', () => {
    expect(
      says(image('a', 'behind', [STACK]), image('b', 'behind', [STACK])),
    ).toBe('Stack base at run:2: 0 of 2 images are on it');
    expect(says(image('a', 'unbuilt'), image('b', 'up-to-date'))).toBe(
      '1 of 2 images are built with what their builder has now',
    );
  });
});
