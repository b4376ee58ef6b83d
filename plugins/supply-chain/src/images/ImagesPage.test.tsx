import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { recordedAnswer } from '../testing/recordedAnswer';
import { recordedFleet } from '../testing/recordedFleet';
import { recordedViews } from '../testing/recordedViews';
import { renderPage } from '../testing/renderPage';

const fleet = recordedFleet('end');
const recorded = recordedAnswer(recordedViews(), undefined, fleet);

const names = async () =>
  within(await screen.findByRole('table', { name: 'Images' }))
    .getAllByRole('link')
    .map(link => link.textContent);

describe('ImagesPage', () => {
  it('lists the kpack Images that no workload stamped, what is wrong first', async () => {
    renderPage('/supply-chain/images', recorded);
    const alone = fleet.rows.filter(({ workload }) => workload === undefined);
    expect((await names()).sort()).toEqual(
      alone.map(({ ref }) => ref.name).sort(),
    );
    const [, first] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('Failed');
  });

  it('says of which workload the labels are that is not there', async () => {
    renderPage('/supply-chain/images?q=shop/catalog', recorded);
    expect(
      await screen.findByText(
        'labels name workload catalog, which is not there',
      ),
    ).toBeInTheDocument();
  });

  it('shows all images when asked to', async () => {
    const user = userEvent.setup();
    renderPage('/supply-chain/images', recorded);
    await names();
    await user.click(screen.getByRole('button', { name: 'All images' }));
    await waitFor(async () =>
      expect(await names()).toHaveLength(fleet.rows.length),
    );
    expect(
      screen.getByText('storefront on build · of workload payments'),
    ).toBeInTheDocument();
  });

  it('is sorted by the head of a column, and by a link', async () => {
    const user = userEvent.setup();
    renderPage('/supply-chain/images?workload=any', recorded);
    await names();
    await user.click(screen.getByRole('button', { name: 'Image' }));
    await waitFor(async () => {
      const shown = await names();
      expect(shown).toEqual([...shown].sort());
    });
    await user.click(screen.getByRole('button', { name: 'Image' }));
    expect(
      await screen.findByRole('columnheader', { name: 'Image' }),
    ).toHaveAttribute('aria-sort', 'descending');
    const [first] = await names();
    expect(first).toBe(
      fleet.rows
        .map(({ ref }) => ref.name)
        .sort()
        .at(-1),
    );
  });

  it('takes an order that there is not for the usual one', async () => {
    renderPage('/supply-chain/images?sort=colour', recorded);
    await names();
    expect(screen.getByRole('columnheader', { name: 'State' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  it('leads to the page of an image', async () => {
    renderPage('/supply-chain/images?namespace=dev', recorded);
    expect(
      await screen.findByRole('link', { name: 'payments' }),
    ).toHaveAttribute('href', '/supply-chain/images/build/dev/payments');
  });

  it('says that every image has a workload', async () => {
    renderPage('/supply-chain/images', recordedAnswer(recordedViews()));
    expect(
      await screen.findByText('No image without a workload'),
    ).toBeInTheDocument();
  });
});
