import { useCallback } from 'react';
import { LogViewer, type LogStream } from '../../src';

/** As much of the api of another plugin as the example needs. */
export type DeploymentApi = {
  follow(deployment: number, signal: AbortSignal): LogStream;
};

/**
 * A page of another plugin, with the example of our README on it, word for word: a test holds the two to each other, and
 * the page to what it says.
 */
export function DeploymentPage({
  text,
  baseUrl,
  api,
}: {
  text: string;
  baseUrl: string;
  api: DeploymentApi;
}) {
  const stream = useCallback(
    (signal: AbortSignal) => api.follow(12, signal),
    [api],
  );
  return (
    <main>
      <LogViewer title="Deployment 12, kept" log={{ text }} />
      <LogViewer
        title="Deployment 12"
        log={{ url: `${baseUrl}/deployments/12/log` }}
        hasFailed
        id="deployment"
      />
      <LogViewer
        title="Deployment 12, live"
        log={{ stream }}
        height="480px"
        fileName="deployment-12.log"
      />
    </main>
  );
}
