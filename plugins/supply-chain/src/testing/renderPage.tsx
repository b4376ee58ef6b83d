import { renderTestApp } from '@backstage/frontend-test-utils';
import supplyChainPlugin, { supplyChainApiRef } from '..';
import type { LiveTopic } from '../api/LiveTopic';
import { type AnyLive, FakeSupplyChainApi } from './FakeSupplyChainApi';

/** The whole plugin in an app of the new frontend system, at an address, on a backend that answers so. */
export function renderPage(
  address: string,
  answer: (topic: LiveTopic) => AnyLive,
) {
  const api = new FakeSupplyChainApi(answer);
  renderTestApp({
    features: [supplyChainPlugin],
    initialRouteEntries: [address],
    apis: [[supplyChainApiRef, api]],
  });
  return api;
}
