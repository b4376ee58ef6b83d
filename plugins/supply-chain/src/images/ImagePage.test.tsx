import { screen, within } from '@testing-library/react';
import { recordedAnswer } from '../testing/recordedAnswer';
import { recordedFleet } from '../testing/recordedFleet';
import { recordedViews } from '../testing/recordedViews';
import { renderPage } from '../testing/renderPage';

const recorded = recordedAnswer(
  recordedViews(),
  undefined,
  recordedFleet('end'),
);
const page = (name: string) =>
  renderPage(`/supply-chain/images/build/${name}`, recorded);
const facts = async () =>
  within(await screen.findByRole('region', { name: 'Image' }));

describe('ImagePage', () => {
  it('shows the Image Provider of an image that has no workload', async () => {
    page('dev/payments');
    const provider = within(
      await screen.findByRole('region', { name: 'Image Provider' }),
    );
    expect(provider.getByRole('tab', { name: 'Overview' })).toBeInTheDocument();
    expect(provider.getByRole('tab', { name: 'Logs' })).toBeInTheDocument();
    expect(provider.getByRole('tab', { name: 'History' })).toBeInTheDocument();
    expect(provider.getByText(/Rebuild asked for by hand/)).toBeInTheDocument();
  });

  it('says that the workload of its labels is not there', async () => {
    page('dev/payments');
    expect(
      await screen.findByText('The workload payments is not there'),
    ).toBeInTheDocument();
  });

  it('says what kp image status says', async () => {
    page('dev/orders');
    const all = await facts();
    expect(
      all.getByText('registry.acme.localhost/apps/orders'),
    ).toBeInTheDocument();
    expect(
      all.getByRole('link', { name: 'ClusterBuilder default' }),
    ).toHaveAttribute(
      'href',
      '/supply-chain/builders/build/ClusterBuilder/default',
    );
    expect(all.getByText('LIFECYCLE')).toBeInTheDocument();
    expect(all.getByRole('link', { name: 'Build 5' })).toBeInTheDocument();
    expect(all.getByText(/acme\/go-build 2\.1\.0/)).toBeInTheDocument();
  });

  it('names the builder that holds it up', async () => {
    page('dev/reports');
    const all = await facts();
    expect(all.getByText('Not ready')).toBeInTheDocument();
    expect(
      (await screen.findAllByText('Misconfigured')).length,
    ).toBeGreaterThan(0);
  });

  it('says that there is no such image', async () => {
    page('dev/nothing');
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });
});
