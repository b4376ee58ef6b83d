import { useContext } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { commitHref } from './commitHref';
import { repositoryOf } from './repositoryOf';
import { SourceLocationContext } from './SourceLocationContext';

/**
 * Finds the page of a commit, as far as Backstage's SCM integrations know the forge; an app without them has no such links.
 * In the repository that the cluster names, else in the one where the catalog says that the source is: clusters often read
 * from mirrors, or by addresses of their own.
 */
export function useCommitHref(): (
  repository: string | undefined,
  revision: string | undefined,
) => string | undefined {
  const integrations = useApiHolder().get(scmIntegrationsApiRef);
  const location = useContext(SourceLocationContext);
  const forgeOf = (url: string) => integrations?.byUrl(url)?.type;
  return (repository, revision) =>
    commitHref(repository, revision, forgeOf) ??
    commitHref(repositoryOf(location, forgeOf), revision, forgeOf);
}
