import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  type MetricsService,
} from '@backstage/backend-plugin-api/alpha';
import { silentMetrics } from './silentMetrics';

/**
 * Backstage's metrics service where the backend has it. It is alpha: a backend without it would not start a plugin that
 * depends on it, so the same service has a default here that measures nothing.
 */
export const optionalMetricsServiceRef = createServiceRef<MetricsService>({
  id: metricsServiceRef.id,
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => silentMetrics,
    }),
});
