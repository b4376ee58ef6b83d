import type { ImageRepository } from './ImageRepository';
import { isDigest, type Digest } from './Digest';

/** A host name or address with an optional port: nothing that could begin a path, a query or credentials. */
const HOST = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:\d{1,5})?$/i;

/** Of the OCI distribution specification (1.1, "Pulling manifests"), at most 255 characters with its host. */
const NAME =
  /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;

const LONGEST = 255;

/** Where docker's own names lead to, and its other name. */
const DOCKER = 'docker.io';
const DOCKER_TOO = 'index.docker.io';

/** `host/name@sha256:…` (with or without a tag), or undefined for anything that is not exactly that. */
export function parseImage(
  image: string,
): { repository: ImageRepository; digest: Digest } | undefined {
  const at = image.lastIndexOf('@');
  if (at < 0) return undefined;
  const digest = image.slice(at + 1);
  // A tag beside a digest says nothing: the digest is the image.
  const named = image.slice(0, at).replace(/:[\w][\w.-]{0,127}$/, '');
  const slash = named.indexOf('/');
  const first = slash < 0 ? '' : named.slice(0, slash);
  const hasHost = /[.:]/.test(first) || first === 'localhost';
  const written = hasHost ? first.toLowerCase() : DOCKER;
  const host = written === DOCKER_TOO ? DOCKER : written;
  const rest = hasHost ? named.slice(slash + 1) : named;
  const name =
    host === DOCKER && !rest.includes('/') ? `library/${rest}` : rest;
  const isGood =
    HOST.test(host) &&
    NAME.test(name) &&
    host.length + name.length < LONGEST &&
    isDigest(digest);
  return isGood ? { repository: { host, name }, digest } : undefined;
}
