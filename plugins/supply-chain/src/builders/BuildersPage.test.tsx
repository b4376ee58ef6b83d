import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SupplyChainError } from '../api/SupplyChainError';
import { recordedAnswer } from '../testing/recordedAnswer';
import { recordedFleet } from '../testing/recordedFleet';
import { recordedViews } from '../testing/recordedViews';
import { renderPage } from '../testing/renderPage';

const views = recordedViews();
const at = (moment: Parameters<typeof recordedFleet>[0]) =>
  recordedAnswer(views, undefined, recordedFleet(moment));

const panel = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('BuildersPage', () => {
  it('is led to from the list', async () => {
    const user = userEvent.setup();
    renderPage('/supply-chain', at('rolling'));
    await user.click(await screen.findByRole('link', { name: 'Builders' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Builders' }),
    ).toBeInTheDocument();
  });

  it('tells in one sentence how far the rollout is, in numbers who is where, and who is left', async () => {
    renderPage('/supply-chain/builders', at('rolling'));
    const rollout = await panel('Rollout');
    expect(
      rollout.getByText('Stack base at 0.1.11: 6 of 11 images are on it'),
    ).toBeInTheDocument();
    expect(
      rollout.getByRole('img', {
        name: /rebased: 6, not built yet: 1, rebuilding: 4, held up: 4/,
      }),
    ).toBeInTheDocument();
    const left = rollout.getByRole('list', { name: 'What is left' });
    expect(within(left).getAllByRole('listitem')[1]).toHaveTextContent(
      /rebuilding: being rebased/,
    );
  });

  it('says of each builder that it is ready and up to date as two things, and what it is made of', async () => {
    renderPage('/supply-chain/builders', at('end'));
    const builder = await panel('default');
    expect(builder.getByText('Ready')).toBeInTheDocument();
    expect(builder.getByText('Up to date')).toBeInTheDocument();
    expect(builder.getByText('ClusterBuilder')).toBeInTheDocument();
    expect(builder.getByText('Stack base')).toBeInTheDocument();
    expect(builder.getByText('Lifecycle 0.21.17')).toBeInTheDocument();
    expect(builder.getByText('acme/nodejs 2.1.0')).toBeInTheDocument();
  });

  it('says what is wrong with a broken builder in the words of kpack, what it means, and what follows', async () => {
    renderPage('/supply-chain/builders', at('broken'));
    const builder = await panel('default');
    expect(builder.getByText('Ready')).toBeInTheDocument();
    expect(builder.getByText('Not up to date')).toBeInTheDocument();
    expect(
      builder.getByText("could not find buildpack with id 'acme/php'"),
    ).toBeInTheDocument();
    expect(
      builder.getByText(/neither the store nor a Buildpack object brings/),
    ).toBeInTheDocument();
    expect(
      builder.getByText(/Images go on to be built with what it had before/),
    ).toBeInTheDocument();
    const broken = await panel('broken');
    expect(broken.getByText('Not ready')).toBeInTheDocument();
    expect(
      broken.getByText('No image can be built with it.'),
    ).toBeInTheDocument();
  });

  it('opens the images of a builder in place, and keeps that in the address', async () => {
    const user = userEvent.setup();
    const api = renderPage('/supply-chain/builders', at('rolling'));
    const builder = await panel('default');
    await user.click(builder.getByRole('button', { name: 'Show 13 images' }));
    const grid = await builder.findByRole('list', {
      name: 'Images of default',
    });
    expect(within(grid).getAllByRole('listitem')).toHaveLength(13);
    expect(api.topics).toContainEqual({
      type: 'builder',
      ref: { cluster: 'build', kind: 'ClusterBuilder', name: 'default' },
    });
    await user.click(builder.getByRole('button', { name: 'Hide images' }));
    await waitFor(() =>
      expect(builder.queryByRole('list')).not.toBeInTheDocument(),
    );
  });

  it('is narrowed by a link, and asks for no more than that', async () => {
    const api = renderPage(
      '/supply-chain/builders?stack=canary',
      at('rolling'),
    );
    expect(await panel('canary')).toBeDefined();
    expect(
      screen.queryByRole('region', { name: 'default' }),
    ).not.toBeInTheDocument();
    expect(api.topics).toContainEqual({
      type: 'builders',
      query: { stack: ['canary'] },
    });
  });

  it('shows an update roll without a reload', async () => {
    const api = renderPage('/supply-chain/builders', at('rolling'));
    await panel('Rollout');
    act(() => api.change(at('broken')));
    const rollout = await panel('Rollout');
    expect(rollout.queryByText(/Stack base at 0.1.11/)).not.toBeInTheDocument();
    expect(
      rollout.getByText(/images? rebuilt for the lifecycle in 1 min 15 s/),
    ).toBeInTheDocument();
  });

  it.each([
    ['Stacks', 'base', /io\.buildpacks\.stacks\.bookworm/],
    ['Stacks', 'base', /stack-base-run:0\.1\.11/],
    ['Lifecycles', 'default-lifecycle', /0\.21\.17/],
    [
      'Lifecycles',
      'default-lifecycle',
      /0\.7, 0\.8, 0\.9, 0\.10, 0\.11, 0\.12/,
    ],
    ['Stores', 'default', /acme\/nodejs 2\.1\.0/],
  ])('%s: says of %s what kp would (%s)', async (title, name, words) => {
    renderPage('/supply-chain/builders', at('end'));
    const table = within(await screen.findByRole('table', { name: title }));
    const row = table.getByText(name).closest('tr');
    expect(row).toHaveTextContent(words);
  });

  it.each([
    ['nothing there', recordedAnswer(views), /No builder yet/],
    [
      'a backend that does not answer',
      () => ({
        state: 'error' as const,
        stale: false,
        error: new SupplyChainError('network', 'No answer'),
      }),
      /does not answer/,
    ],
  ])('says so: %s', async (_, answer, words) => {
    renderPage('/supply-chain/builders', answer);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
