import { useApiHolder } from '@backstage/core-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { commitHref } from './commitHref';

/** Finds the page of a commit, as far as Backstage's SCM integrations know the forge; an app without them has no such links. */
export function useCommitHref(): (
  repository: string | undefined,
  revision: string | undefined,
) => string | undefined {
  const integrations = useApiHolder().get(scmIntegrationsApiRef);
  return (repository, revision) =>
    commitHref(repository, revision, url => integrations?.byUrl(url)?.type);
}
