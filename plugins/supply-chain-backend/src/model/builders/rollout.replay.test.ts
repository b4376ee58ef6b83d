import {
  builderViewSchema,
  type BuilderView,
  type RolloutState,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { imageRow } from '../images/imageRow';
import { imagePhase } from '../images/imagePhase';
import { recordedBuilders } from '../testing/recordedBuilders';
import { clusterAtEnd } from '../testing/recording';
import { replay } from '../testing/replay';
import { describeImage } from './describeImage';

/** Kinds whose changes can be seen in the picture. */
const SEEN = /\.kpack\.io$|^pods$/;

/** Every different picture of the builder `default` while run1 was recorded, in order. */
const pictures: BuilderView[] = [];
/** What did not hold at some moment, whatever the builder. */
const complaints: string[] = [];

beforeAll(() => {
  for (const { cluster, kind, name } of replay('run1')) {
    if (!SEEN.test(kind)) continue;
    for (const [key, view] of recordedBuilders(cluster)) {
      const { total, done, counts } = view.rollout;
      const sum = Object.values(counts).reduce((all, each) => all + each, 0);
      const isDone = counts.rebased + counts['up-to-date'];
      if (sum !== total || total !== view.images.length || done !== isDone) {
        complaints.push(`${key} counts wrong after ${kind} ${name}`);
      }
      if (!builderViewSchema.safeParse(view).success) {
        complaints.push(`${key} is no view after ${kind} ${name}`);
      }
      if (key !== 'ClusterBuilder/default') continue;
      const before = pictures.at(-1);
      if (JSON.stringify(before) !== JSON.stringify(view)) pictures.push(view);
    }
    if (kind !== 'images.kpack.io') continue;
    const around = cluster.around();
    for (const image of cluster.all('images.kpack.io')) {
      const row = imageRow(image, around);
      const phase = imagePhase(describeImage(image, around));
      if (row?.phase !== phase) {
        complaints.push(`${image.meta.name}: ${row?.phase} is not ${phase}`);
      }
    }
  }
}, 60_000);

it('counts every image once, at every recorded moment', () => {
  expect(complaints).toEqual([]);
});

/** Sentences without those that repeat. */
function sentences(of: readonly BuilderView[]): string[] {
  return of
    .map(({ rollout }) => rollout.sentence)
    .filter((each, n, all) => each !== all[n - 1]);
}

const during = (words: RegExp) =>
  pictures.filter(({ rollout }) => words.test(rollout.sentence));

const states = ({ images }: BuilderView, state: RolloutState) =>
  images.filter(each => each.state === state).map(({ ref }) => ref.name);

const rest =
  '9 of 13 images are built with what their builder has now, 4 not before a failed build of their own is repaired';

describe('the stack goes from 0.1.10 to 0.1.11', () => {
  const rolling = () => during(/^Stack base at 0\.1\.11/);

  it('says how many are on it, one more each time', () => {
    expect(sentences(rolling())).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map(
        done => `Stack base at 0.1.11: ${done} of 10 images are on it`,
      ),
    );
  });

  it('shows each image behind, then being rebased, then rebased', () => {
    const [first] = rolling();
    expect(first?.rollout.counts).toMatchObject({ behind: 9, blocked: 4 });
    expect(first?.images[0]).toMatchObject({
      ...{ ref: { namespace: 'backoffice', name: 'billing' }, state: 'behind' },
      says: 'kpack has not begun to rebuild it',
      behind: [
        {
          ...{ what: 'stack', name: 'base', to: '0.1.11' },
          from: 'sha256:e9e22c4',
        },
      ],
    });
    const payments = rolling().map(
      ({ images }) =>
        images.find(
          ({ ref }) => ref.name === 'payments' && ref.namespace === 'dev',
        )?.state,
    );
    expect(payments.filter((each, n) => each !== payments[n - 1])).toEqual([
      ...['behind', 'rebuilding', 'rebased'],
    ]);
  });

  it('keeps those apart whose own build failed: kpack does not rebuild them', () => {
    const returns = rolling()
      .at(-1)
      ?.images.find(({ ref }) => ref.name === 'returns');
    expect(returns).toMatchObject({
      state: 'blocked',
      says: expect.stringContaining('its last build failed'),
    });
  });

  it('names who is last while it rolls', () => {
    const last = rolling().at(-1)?.rollout.last[0];
    expect(last).toMatchObject({
      ...{ ref: { name: 'orders' }, state: 'rebuilding' },
      says: 'being rebased',
    });
  });

  it('knows when it began, and took three seconds in all', () => {
    const [after] = pictures.slice(
      pictures.indexOf(rolling().at(-1) as BuilderView) + 1,
    );
    expect(after?.rollout).toMatchObject({
      sentence: rest,
      counts: { rebased: 9, 'up-to-date': 0, blocked: 4 },
      wave: {
        ...{ what: ['stack'], images: 9 },
        startedAt: '2026-11-22T21:26:41Z',
        endedAt: '2026-11-22T21:26:44Z',
      },
    });
  });
});

describe('the buildpack acme/nodejs 2.1.0 brings node-engine 1.3.0', () => {
  const rolling = () => during(/^Buildpack acme\/node-engine/);

  it('counts the images that use it, and those only', () => {
    expect(sentences(rolling())).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map(
        done =>
          `Buildpack acme/node-engine from 1.2.0 to 1.3.0: ${done} of 8 images that use it have it`,
      ),
    );
  });

  it('leaves the Go images as they are: rebased, and up to date', () => {
    for (const each of rolling()) {
      expect(states(each, 'rebased').sort()).toEqual(['orders', 'orders']);
    }
  });
});

it('the lifecycle goes from 0.20.19 to 0.21.17: every image is built anew', () => {
  const rolling = during(/^Lifecycle/);
  expect(sentences(rolling)).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map(
      done =>
        `Lifecycle from 0.20.19 to 0.21.17: ${done} of 10 images are built with it`,
    ),
  );
  expect(rolling[0]?.rollout.counts.behind).toBe(9);
});

it('a change of the stack, the store or the lifecycle that the builder does not have yet is pending', () => {
  const pending = pictures
    .filter(({ upToDate }) => upToDate.status === 'pending')
    .map(({ upToDate }) => upToDate.says);
  expect([...new Set(pending)]).toEqual([
    'a change of ClusterStack base has not reached it yet',
    'a change of ClusterStore default has not reached it yet',
    'a change of ClusterLifecycle default-lifecycle has not reached it yet',
    'kpack has not looked at its last change yet',
  ]);
});

it('a builder that cannot be made anew stays ready, is not up to date, and says what is the matter', () => {
  const broken = pictures.find(({ upToDate }) => upToDate.status === 'no');
  expect(broken).toMatchObject({
    ready: { status: 'yes' },
    upToDate: {
      reason: 'ReconcileFailed',
      says: "could not find buildpack with id 'acme/php'",
      means: expect.stringContaining('neither the store'),
    },
    rollout: { sentence: rest },
  });
  expect(broken?.asked[0]?.[0]?.id).toBe('acme/nodejs');
  expect(pictures.at(-1)?.upToDate).toEqual({ status: 'yes' });
});

describe('at the end of run1', () => {
  const builders = () => recordedBuilders(clusterAtEnd('run1'));

  it('a builder that never was made holds up its images', () => {
    expect(builders().get('ClusterBuilder/broken')).toMatchObject({
      ready: { status: 'no', reason: 'NoLatestImage' },
      rollout: {
        sentence: 'No image can be built with it. Images that wait: 1',
        last: [
          {
            ...{ ref: { name: 'reports' }, state: 'unbuilt' },
            says: expect.stringContaining('Builder has no latestImage'),
          },
        ],
      },
    });
  });

  it('a build that is stuck is told from one that runs', () => {
    expect(builders().get('ClusterBuilder/default')?.rollout).toMatchObject({
      counts: { stuck: 1 },
      last: [
        { ref: { namespace: 'dev', name: 'billing' }, state: 'stuck' },
        {},
        {},
        {},
      ],
    });
  });

  it('an image with a failed build of its own that lacks nothing is up to date', () => {
    expect(builders().get('Builder/node-only')).toMatchObject({
      rollout: {
        sentence: 'The one image is built with what its builder has now',
      },
      images: [
        {
          state: 'up-to-date',
          says: expect.stringMatching(/^a later build failed: /),
        },
      ],
    });
  });

  it('a composite buildpack says what it is made of, in the order that the store has', () => {
    expect(builders().get('ClusterBuilder/default')?.resolved).toEqual([
      [
        {
          ...{ id: 'acme/nodejs', version: '2.1.0', optional: false },
          contains: [
            { id: 'acme/ca-certificates', version: '3.8.5', optional: true },
            { id: 'acme/node-engine', version: '1.3.0', optional: false },
            { id: 'acme/npm-install', version: '1.6.1', optional: false },
          ],
        },
      ],
      [
        {
          ...{ id: 'acme/go', version: '4.4.0', optional: false },
          contains: expect.arrayContaining([
            { id: 'acme/go-build', version: '2.1.0', optional: false },
          ]),
        },
      ],
    ]);
  });
});
