import { Route, Routes } from 'react-router-dom';
import { PageFrame } from '../frame/PageFrame';
import { ListPage } from '../list/ListPage';
import { WorkloadPage } from './WorkloadPage';

/** What is below `/supply-chain`. */
export function SupplyChainRouter() {
  return (
    <PageFrame>
      <Routes>
        <Route path="/" element={<ListPage />} />
        <Route path="/:cluster/:namespace/:name" element={<WorkloadPage />} />
      </Routes>
    </PageFrame>
  );
}
