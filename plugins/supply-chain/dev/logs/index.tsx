/** The stage panel, builds and logs without a backend: `yarn start --entrypoint dev/logs`, then `/returns?tab=logs`. */
import { createApp } from '@backstage/app-defaults';
import { AppRouter } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import { createRoot } from 'react-dom/client';
import { Link, Route, Routes, useParams } from 'react-router-dom';
import { supplyChainApiRef } from '../../src/api/SupplyChainApi';
import { StagePanel } from '../../src/stages/StagePanel';
import { DeploymentPage } from './DeploymentPage';
import { everyColour } from './everyColour';
import { logStates } from './logStates';
import { storyApi } from './storyApi';
import { ticks } from './ticks';
import { ViewerStory } from './ViewerStory';

const STORIES = [
  'payments',
  'returns',
  'running',
  'long',
  'million',
  'colours',
];

function Story() {
  const { name = '' } = useParams();
  return (
    <main style={{ padding: 24, fontFamily: 'Helvetica, Arial, sans-serif' }}>
      <p>
        {STORIES.map(each => (
          <Link key={each} to={`/${each}`} style={{ marginRight: 16 }}>
            {each}
          </Link>
        ))}
        <Link to="/viewer/text">a viewer on its own</Link>
      </p>
      <p>
        {Object.entries(logStates).map(([each, { step }]) => (
          <Link
            key={each}
            to={`/${each}?tab=logs${step === undefined ? '' : `&step=${step}`}`}
            style={{ marginRight: 16 }}
          >
            {each}
          </Link>
        ))}
      </p>
      <StagePanel
        workload={{ cluster: 'build', namespace: 'storefront', name }}
        stage="image-provider"
      />
    </main>
  );
}

const app = createApp({
  apis: [
    createApiFactory({
      api: supplyChainApiRef,
      deps: {},
      factory: storyApi,
    }),
  ],
});

const Root = app.createRoot(
  <AppRouter>
    <Routes>
      <Route path="/:name" element={<Story />} />
      <Route path="/viewer/:kind" element={<ViewerStory />} />
      <Route
        path="/deployment"
        element={
          <DeploymentPage
            text={everyColour()}
            baseUrl={window.location.origin}
            api={{ follow: (_, signal) => ticks(signal) }}
          />
        }
      />
    </Routes>
  </AppRouter>,
);

const root = document.getElementById('root');
if (root) createRoot(root).render(<Root />);
