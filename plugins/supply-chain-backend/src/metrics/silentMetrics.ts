import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

const ignore = () => {};
const observable = { addCallback: ignore, removeCallback: ignore };

/** Measures nothing. */
export const silentMetrics: MetricsService = {
  createCounter: () => ({ add: ignore }),
  createUpDownCounter: () => ({ add: ignore }),
  createHistogram: () => ({ record: ignore }),
  createGauge: () => ({ record: ignore }),
  createObservableCounter: () => observable,
  createObservableUpDownCounter: () => observable,
  createObservableGauge: () => observable,
};
