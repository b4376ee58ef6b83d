/**
 * A reference as go-containerregistry completes it (pkg/name, weak validation), which is what policy-controller's patterns
 * are held against: the registry of Docker Hub, `library/` and `:latest` where they are left out; of a tag with a digest
 * only the digest. Undefined when it is no reference.
 */
export function imageName(reference: string): string | undefined {
  return tagName(reference) ?? digestName(reference);
}

const HUB = 'index.docker.io';
const REPOSITORY = /^[a-z0-9_\-./]{2,255}$/;
const TAG = /^[A-Za-z0-9_\-.]{1,128}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const REGISTRY = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d+)?$/;

function tagName(reference: string): string | undefined {
  const colon = reference.lastIndexOf(':');
  const after = reference.slice(colon + 1);
  // What follows the last colon is the port of a registry when there is a slash in it.
  const hasTag = colon >= 0 && !after.includes('/');
  const repository = repositoryName(
    hasTag ? reference.slice(0, colon) : reference,
  );
  const tag = hasTag && after !== '' ? after : 'latest';
  return repository && TAG.test(tag) ? `${repository}:${tag}` : undefined;
}

function digestName(reference: string): string | undefined {
  const parts = reference.split('@');
  const [base = '', digest = ''] = parts;
  if (parts.length !== 2 || !DIGEST.test(digest)) return undefined;
  const tagged = tagName(base);
  const repository = tagged
    ? tagged.slice(0, tagged.lastIndexOf(':'))
    : repositoryName(base);
  return repository && `${repository}@${digest}`;
}

function repositoryName(name: string): string | undefined {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  // Only what has a dot or a colon is a registry: `localhost/app` is a repository of Docker Hub.
  const hasRegistry = /[.:]/.test(first);
  const registry = hasRegistry ? first : HUB;
  const repository = hasRegistry ? name.slice(slash + 1) : name;
  if (!REPOSITORY.test(repository) || !REGISTRY.test(registry)) {
    return undefined;
  }
  const host = registry === 'docker.io' ? HUB : registry;
  const isOfficial = host === HUB && !repository.includes('/');
  return `${host}/${isOfficial ? 'library/' : ''}${repository}`;
}
