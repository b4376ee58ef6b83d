import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { recordedAnswer } from '../testing/recordedAnswer';
import { recordedFleet, type RecordedFleet } from '../testing/recordedFleet';
import { recordedViews } from '../testing/recordedViews';
import { renderPage } from '../testing/renderPage';

const views = recordedViews();
const over = (fleet: RecordedFleet) => recordedAnswer(views, undefined, fleet);
const at = (moment: Parameters<typeof recordedFleet>[0]) =>
  over(recordedFleet(moment));

const DEFAULT = '/supply-chain/builders/build/ClusterBuilder/default';
const cells = async () =>
  within(
    await screen.findByRole('list', { name: 'Images of default' }),
  ).getAllByRole('listitem');

describe('BuilderPage', () => {
  it('shows every image as a cell, always in the same place, with its state in words', async () => {
    renderPage(DEFAULT, at('rolling'));
    const shown = await cells();
    expect(shown).toHaveLength(13);
    expect(shown.map(cell => cell.textContent).slice(0, 4)).toEqual([
      expect.stringMatching(/^billingbackoffice/),
      expect.stringMatching(/^docs-sitebackoffice.*held up/),
      expect.stringMatching(/^invoicesbackoffice/),
      expect.stringMatching(/^ledgerbackoffice/),
    ]);
    const rebased = shown.filter(cell =>
      /rebased/.test(cell.textContent ?? ''),
    );
    expect(rebased.length).toBeGreaterThan(0);
    expect(rebased[0]).toHaveTextContent(/rebased, took \d/);
  });

  it('leads from a cell to the image', async () => {
    renderPage(DEFAULT, at('rolling'));
    const [first] = await cells();
    if (!first) throw new Error('There is no cell');
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      '/supply-chain/images/build/backoffice/billing',
    );
  });

  it('is narrowed to a state by its pill, and by a link', async () => {
    const user = userEvent.setup();
    renderPage(`${DEFAULT}?state=blocked`, at('rolling'));
    for (const cell of await cells()) expect(cell).toHaveTextContent('held up');
    await user.click(screen.getByRole('button', { name: /^held up/ }));
    expect(await cells()).toHaveLength(13);
  });

  it('says what is in it: stack, run image, lifecycle, order with what composites are made of, buildpacks', async () => {
    renderPage(DEFAULT, at('end'));
    const content = within(
      await screen.findByRole('region', { name: 'Content' }),
    );
    expect(content.getByText('ClusterStack base')).toBeInTheDocument();
    expect(
      content.getByText('io.buildpacks.stacks.bookworm'),
    ).toBeInTheDocument();
    expect(
      content.getByText('0.21.17 · default-lifecycle'),
    ).toBeInTheDocument();
    expect(content.getByText('acme/nodejs 2.1.0')).toBeInTheDocument();
    expect(
      content.getByText(
        'acme/ca-certificates 3.8.5 (optional), acme/node-engine 1.3.0, acme/npm-install 1.6.1',
      ),
    ).toBeInTheDocument();
    const table = content.getByRole('table', { name: 'Buildpacks inside' });
    expect(
      within(table).getByRole('row', { name: /acme\/node-engine 1\.3\.0/ }),
    ).toBeInTheDocument();
  });

  it('shows a Builder of a namespace', async () => {
    renderPage(
      '/supply-chain/builders/build/Builder/shop/node-only',
      at('end'),
    );
    expect(await screen.findByText('shop on build')).toBeInTheDocument();
    expect(
      await screen.findByText(
        'The one image is built with what its builder has now',
      ),
    ).toBeInTheDocument();
  });

  it('says that there is no such builder', async () => {
    renderPage(
      '/supply-chain/builders/build/ClusterBuilder/nothing',
      at('end'),
    );
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });

  it.each([
    ['ten thousand', 10_000],
    // Few enough rows for a list, but each is several cells.
    ['two hundred', 200],
  ])(
    'puts as many of %s images on the page as are on screen',
    async (_, count) => {
      const fleet = recordedFleet('rolling');
      const many = fleet.views
        .filter(({ ref }) => ref.name === 'default')
        .map(view => ({
          ...view,
          images: Array.from({ length: count }, (__, n) => {
            const image = view.images[n % view.images.length];
            if (!image) throw new Error('The builder has no image');
            return { ...image, ref: { ...image.ref, name: `image-${n}` } };
          }),
        }));
      renderPage(DEFAULT, over({ ...fleet, views: many }));
      const shown = await cells();
      expect(shown.length).toBeLessThan(100);
      expect(shown[0]).toHaveAttribute('aria-setsize', String(count));
    },
  );

  it('takes what a cluster says for text', async () => {
    const fleet = recordedFleet('broken');
    const says = '<img src=x onerror="alert(1)"> {{count}} $t(builder.title)';
    renderPage(
      DEFAULT,
      over({
        ...fleet,
        views: fleet.views.map(view => ({
          ...view,
          upToDate: { status: 'no', says },
        })),
      }),
    );
    expect(await screen.findByText(says)).toBeInTheDocument();
  });
});
