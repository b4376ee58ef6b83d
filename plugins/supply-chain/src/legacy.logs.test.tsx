import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory, fetchApiRef } from '@backstage/core-plugin-api';
import { render, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Route } from 'react-router-dom';
import {
  LogViewer,
  supplyChainApiRef,
  SupplyChainPage,
  supplyChainPlugin,
} from './legacy';
import {
  failedBuild,
  failedLog,
  imageProviderOf,
} from './testing/buildFixtures';
import { FixtureApi } from './testing/FixtureApi';
import { layOut } from './testing/layOut';
import { recordedViews } from './testing/recordedViews';
import { whole } from './testing/showLogs';

const ref = { cluster: 'build', namespace: 'storefront', name: 'payments' };

function fixtures(): FixtureApi {
  const view = recordedViews().views.find(
    ({ ref: { namespace, name } }) =>
      namespace === ref.namespace && name === ref.name,
  );
  if (!view) throw new Error('The workload payments was not recorded');
  const api = new FixtureApi()
    .show({ type: 'workload', ref }, view)
    .show(
      { type: 'stage', ref, stage: 'image-provider' },
      imageProviderOf(failedBuild),
    );
  api.logs = { build: failedLog };
  api.logMessages = () => whole(failedLog);
  return api;
}

/** An app of the old frontend system, as `createApp` makes it, at an address. */
function showApp(address: string, page: ReactElement, log = '') {
  window.history.pushState({}, '', address);
  const app = createApp({
    plugins: [supplyChainPlugin],
    apis: [
      createApiFactory(supplyChainApiRef, fixtures()),
      createApiFactory(fetchApiRef, { fetch: async () => new Response(log) }),
    ],
    configLoader: async () => [
      { context: 'test', data: { app: { baseUrl: 'http://localhost' } } },
    ],
  });
  const App = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/supply-chain" element={<SupplyChainPage />} />
        <Route path="/deployment" element={page} />
      </FlatRoutes>
    </AppRouter>,
  );
  render(<App />);
}

describe('logs in an app of the old frontend system', () => {
  let undo: () => void;
  beforeEach(() => {
    undo = layOut(10);
  });
  afterEach(() => undo());

  it('are shown on the page of a stage', async () => {
    showApp(
      '/supply-chain/build/storefront/payments?stage=image-provider&tab=logs&step=build',
      <></>,
    );
    const log = await screen.findByRole('log');
    await waitFor(() =>
      expect(log).toHaveTextContent('npm error 404 Not Found'),
    );
    expect(screen.getByRole('tab', { name: 'Logs' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('are shown by a viewer on the page of another plugin: a text, an address, a stream', async () => {
    const stream = () =>
      new ReadableStream<Uint8Array>({
        start: control => {
          control.enqueue(new TextEncoder().encode('came by stream\n'));
          control.close();
        },
      });
    showApp(
      '/deployment',
      <main>
        <LogViewer title="A text" log={{ text: 'came as text\n' }} />
        <LogViewer title="An address" log={{ url: 'http://localhost/log' }} />
        <LogViewer title="A stream" log={{ stream }} />
      </main>,
      'came from an address\n',
    );
    for (const [title, line] of [
      ['A text', 'came as text'],
      ['An address', 'came from an address'],
      ['A stream', 'came by stream'],
    ] as const)
      expect(
        await screen.findByText(line, {
          selector: `[aria-label="${title}"] *`,
        }),
      ).toBeInTheDocument();
  });
});
