import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityHrefContext } from './EntityHrefContext';
import { PodFact } from '../builds/PodFact';
import { useEntityHref } from './useEntityHref';
import { useNamedEntity } from './useNamedEntity';

jest.mock('@backstage/core-plugin-api', () => ({
  ...jest.requireActual('@backstage/core-plugin-api'),
  useRouteRef: jest.fn(),
}));

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
});

const payments = {
  cluster: 'build',
  namespace: 'storefront',
  name: 'payments',
};

function Shown({ kind }: { kind: 'workload' | 'image' }) {
  const href = useEntityHref(useNamedEntity(kind, payments));
  return (
    <EntityHrefContext.Provider value={href}>
      <PodFact pod={{ name: 'payments-build-6-build-pod', present: true }} />
      <p>{href ?? 'no entity'}</p>
    </EntityHrefContext.Provider>
  );
}

const routes = jest.mocked(useRouteRef);

function show(
  entities: ReturnType<typeof component>[],
  kind: 'workload' | 'image' = 'workload',
) {
  renderInTestApp(<Shown kind={kind} />, {
    apis: [[catalogApiRef, catalogApiMock({ entities })]],
    mountedRoutes: { '/catalog': convertLegacyRouteRef(entityRouteRef) },
  });
}

describe('the entity of a workload or of a kpack Image', () => {
  beforeEach(() => {
    // A catalog is in the app; without one the external route is not bound.
    routes.mockReturnValue(
      ((to: Record<string, string>) =>
        `/catalog/${to.namespace}/${to.kind}/${to.name}`) as never,
    );
  });

  it('is the one whose annotations name it, and its kubernetes tab is linked from the pod', async () => {
    show([
      component('pay', {
        'carto.run/workload-name': 'payments',
        'backstage.io/kubernetes-namespace': 'storefront',
      }),
      component('elsewhere', {
        'carto.run/workload-name': 'payments',
        'backstage.io/kubernetes-namespace': 'backoffice',
      }),
    ]);
    expect(
      await screen.findByText('/catalog/default/component/pay'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'payments-build-6-build-pod' }),
    ).toHaveAttribute('href', '/catalog/default/component/pay/kubernetes');
  });

  it('is that of an Image for an Image, and none that is about the workload of its name', async () => {
    show(
      [
        component('chain', { 'carto.run/workload-name': 'payments' }),
        component('alone', { 'image.kpack.io/image': 'payments' }),
        component('both', {
          'image.kpack.io/image': 'payments',
          'carto.run/workload-name': 'payments',
        }),
      ],
      'image',
    );
    expect(
      await screen.findByText('/catalog/default/component/alone'),
    ).toBeInTheDocument();
  });

  it.each([
    ['two say that they are', ['a', 'b']],
    ['none says so', []],
  ])('is not guessed when %s', async (_, names) => {
    show(
      names.map(name =>
        component(name, { 'carto.run/workload-name': 'payments' }),
      ),
    );
    expect(await screen.findByText('no entity')).toBeInTheDocument();
    expect(screen.getByText('payments-build-6-build-pod')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
