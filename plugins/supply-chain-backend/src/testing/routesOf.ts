import { createRouter } from '../routes/createRouter';
import type { RouteServices } from '../routes/RouteServices';

/** Every route that the router registers, out of express' own list. */
export function routesOf(): readonly { method: string; path: string }[] {
  // Nothing is asked: services are only used by requests.
  const router = createRouter({} as RouteServices);
  return router.stack.flatMap(({ route }) => {
    const methods = new Set(route?.stack.map(({ method }) => method));
    return [...methods].map(method => ({
      method: method.toUpperCase(),
      path: route?.path ?? '',
    }));
  });
}
