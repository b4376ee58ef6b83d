import { screen, within } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import type { ExtensionDataRef } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  type ExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import supplyChainPlugin, { supplyChainApiRef } from '..';
import { rootRouteRef } from '../routes';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { FakeSupplyChainApi } from '../testing/FakeSupplyChainApi';
import { recordedAnswer } from '../testing/recordedAnswer';
import { recordedFleet } from '../testing/recordedFleet';
import { recordedViews } from '../testing/recordedViews';

jest.mock('../stages/StagePanel', () => ({
  StagePanel: ({ stage }: { stage: string }) => <div>panel of {stage}</div>,
}));

const views = recordedViews();
const withFleet = recordedAnswer(views, undefined, recordedFleet('end'));

function entity(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', ...(annotations && { annotations }) },
  };
}

const CONTENT = 'entity-content:supply-chain';
const CARD = 'entity-card:supply-chain';

function renderOn(
  of: Entity,
  extension: typeof CONTENT | typeof CARD,
  answer = recordedAnswer(views),
) {
  const element = createExtensionTester(
    supplyChainPlugin.getExtension(extension),
  ).reactElement();
  const api = new FakeSupplyChainApi(answer);
  renderInTestApp(<EntityProvider entity={of}>{element}</EntityProvider>, {
    apis: [[supplyChainApiRef, api]],
    mountedRoutes: { '/supply-chain': convertLegacyRouteRef(rootRouteRef) },
  });
  return api;
}

/** What the catalog decides by the filter of an extension. */
function isShown(extension: typeof CONTENT | typeof CARD, of: Entity): boolean {
  const tester: ExtensionTester<ExtensionDataRef> = createExtensionTester(
    supplyChainPlugin.getExtension(extension),
  );
  const filter: unknown = tester.get(
    extension === CARD
      ? EntityCardBlueprint.dataRefs.filterFunction
      : EntityContentBlueprint.dataRefs.filterFunction,
  );
  return typeof filter === 'function' ? Boolean(filter(of)) : true;
}

describe('the tab of an entity', () => {
  it('shows the workload that the annotations name, and asks for nothing else', async () => {
    const api = renderOn(
      entity({
        'carto.run/workload-name': 'payments',
        'backstage.io/kubernetes-namespace': 'storefront',
        'backstage.io/kubernetes-cluster': 'build',
      }),
      CONTENT,
    );
    expect(
      await screen.findByText('panel of image-provider'),
    ).toBeInTheDocument();
    expect(api.topics.map(({ type }) => type)).toEqual(['workload']);
  });

  it('finds the workload by its name alone', async () => {
    renderOn(entity({ 'backstage.io/kubernetes-id': 'returns' }), CONTENT);
    expect(
      await screen.findByText('panel of image-provider'),
    ).toBeInTheDocument();
    expect(screen.getByText('storefront on build')).toBeInTheDocument();
  });

  it('offers them all when several carry the name', async () => {
    const payments = views.rows.filter(({ ref }) => ref.name === 'payments');
    const [one] = payments;
    if (!one) throw new Error('payments was not recorded');
    renderOn(
      entity({ 'backstage.io/kubernetes-id': 'payments' }),
      CONTENT,
      recordedAnswer({
        ...views,
        rows: [one, { ...one, ref: { ...one.ref, cluster: 'other' } }],
      }),
    );
    const list = await screen.findByRole('list', {
      name: '2 workloads belong to this entity',
    });
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/supply-chain/build/storefront/payments',
      '/supply-chain/other/storefront/payments',
    ]);
  });

  it('says where it looked when there is none', async () => {
    renderOn(
      entity({
        'backstage.io/kubernetes-id': 'nobody',
        'backstage.io/kubernetes-namespace': 'nowhere',
      }),
      CONTENT,
    );
    expect(
      await screen.findByText('No workload called nobody'),
    ).toBeInTheDocument();
    expect(screen.getByText(/It is not in nowhere/)).toBeInTheDocument();
  });

  it.each([
    [
      'by its name and place, without looking for it',
      {
        'image.kpack.io/image': 'payments',
        'backstage.io/kubernetes-namespace': 'dev',
        'backstage.io/kubernetes-cluster': 'build',
      },
      false,
    ],
    [
      'by its name',
      {
        'image.kpack.io/image': 'payments',
        'backstage.io/kubernetes-namespace': 'dev',
      },
      true,
    ],
    [
      'by a selector on its builds',
      {
        'backstage.io/kubernetes-label-selector':
          'image.kpack.io/image=payments',
        'backstage.io/kubernetes-namespace': 'dev',
      },
      true,
    ],
  ])(
    'shows the kpack Image that has no workload, %s',
    async (_, of, isLookedFor) => {
      const api = renderOn(entity(of), CONTENT, withFleet);
      expect(
        await screen.findByRole('region', { name: 'Image Provider' }),
      ).toBeInTheDocument();
      expect(screen.getByRole('region', { name: 'Image' })).toBeInTheDocument();
      const types = api.topics.map(({ type }) => type);
      expect(types).toContain('image');
      expect(types.includes('images')).toBe(isLookedFor);
    },
  );

  it('shows the Image that the entity selects where it selects no workload', async () => {
    const api = renderOn(
      entity({ 'backstage.io/kubernetes-label-selector': 'team=alone' }),
      CONTENT,
      topic => {
        switch (topic.type) {
          case 'workloads':
            return withFleet({ ...topic, query: { q: 'no-such-workload' } });
          case 'images':
            return withFleet({ ...topic, query: { q: 'dev/payments' } });
          default:
            return withFleet(topic);
        }
      },
    );
    expect(
      await screen.findByRole('region', { name: 'Image' }),
    ).toBeInTheDocument();
    expect(api.topics).toContainEqual({
      type: 'images',
      query: { entity: 'component:default/shop', limit: 500 },
    });
  });

  it('offers all images of that name when there are several', async () => {
    renderOn(
      entity({ 'image.kpack.io/image': 'payments' }),
      CONTENT,
      withFleet,
    );
    const list = await screen.findByRole('list', {
      name: /^\d images belong to this entity$/,
    });
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toContain('/supply-chain/images/build/dev/payments');
  });

  it('says that there is no such image', async () => {
    renderOn(entity({ 'image.kpack.io/image': 'nobody' }), CONTENT, withFleet);
    expect(
      await screen.findByText('No image called nobody'),
    ).toBeInTheDocument();
  });

  it('tells which annotation to add', async () => {
    renderOn(entity(), CONTENT);
    expect(
      await screen.findByText(/carto\.run\/workload-name/, {
        selector: 'code',
      }),
    ).toBeInTheDocument();
  });
});

describe('the card of an entity', () => {
  it('says phase, pipeline, tag and why, and leads to the stage that it speaks of', async () => {
    renderOn(entity({ 'carto.run/workload-name': 'returns' }), CARD);
    expect(
      await screen.findByText(/a buildpack failed \(build, exit 51\)/),
    ).toBeInTheDocument();
    expect(screen.getByText('Failed')).toBeInTheDocument();
    expect(screen.getByText('b1.20261122.211922')).toBeInTheDocument();
    expect(screen.getByText(/New source revision/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the supply chain' }),
    ).toHaveAttribute(
      'href',
      '/supply-chain/build/storefront/returns?stage=image-provider',
    );
  });

  it('says the same of a kpack Image, and leads to its page', async () => {
    renderOn(
      entity({
        'image.kpack.io/image': 'payments',
        'backstage.io/kubernetes-namespace': 'dev',
      }),
      CARD,
      withFleet,
    );
    expect(
      await screen.findByRole('link', { name: 'Open the image' }),
    ).toHaveAttribute('href', '/supply-chain/images/build/dev/payments');
    expect(screen.getByText('Last build ran because')).toBeInTheDocument();
  });

  it.each([
    [{ 'carto.run/workload-name': 'a' }, true],
    [{ 'backstage.io/kubernetes-id': 'a' }, true],
    [{ 'image.kpack.io/image': 'a' }, true],
    [{ 'github.com/project-slug': 'a/b' }, false],
  ])('is on the overview of an entity with %j: %s', (annotations, shown) =>
    expect(isShown(CARD, entity(annotations))).toBe(shown),
  );

  it('stands beside a tab that every component has', () => {
    expect(isShown(CONTENT, entity())).toBe(true);
    expect(isShown(CONTENT, { ...entity(), kind: 'Group' })).toBe(false);
  });
});
