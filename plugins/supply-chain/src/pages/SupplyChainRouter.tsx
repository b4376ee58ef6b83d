import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { PageFrame } from '../frame/PageFrame';
import { ListPage } from '../list/ListPage';
import { StageSkeleton } from '../panel/StageSkeleton';
import { WorkloadPage } from './WorkloadPage';

// Fetched by those who go there: most never do.
const BuilderPage = lazy(async () => ({
  default: (await import('../builders/BuilderPage')).BuilderPage,
}));
const BuildersPage = lazy(async () => ({
  default: (await import('../builders/BuildersPage')).BuildersPage,
}));
const ImagePage = lazy(async () => ({
  default: (await import('../images/ImagePage')).ImagePage,
}));
const ImagesPage = lazy(async () => ({
  default: (await import('../images/ImagesPage')).ImagesPage,
}));

/** What is below `/supply-chain`. */
export function SupplyChainRouter() {
  return (
    <PageFrame>
      <Suspense fallback={<StageSkeleton />}>
        <Routes>
          <Route path="/" element={<ListPage />} />
          <Route path="/builders" element={<BuildersPage />} />
          <Route
            path="/builders/:cluster/ClusterBuilder/:name"
            element={<BuilderPage kind="ClusterBuilder" />}
          />
          <Route
            path="/builders/:cluster/Builder/:namespace/:name"
            element={<BuilderPage kind="Builder" />}
          />
          <Route path="/images" element={<ImagesPage />} />
          <Route
            path="/images/:cluster/:namespace/:name"
            element={<ImagePage />}
          />
          <Route path="/:cluster/:namespace/:name" element={<WorkloadPage />} />
        </Routes>
      </Suspense>
    </PageFrame>
  );
}
