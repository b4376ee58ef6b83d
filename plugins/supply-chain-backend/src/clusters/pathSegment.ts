import { InvalidRequest } from './errors/InvalidRequest';

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const SUBDOMAIN =
  /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;

/** DNS-1123's limits, as Kubernetes' validation has them. */
const LABEL_LENGTH = 63;
const SUBDOMAIN_LENGTH = 253;

/**
 * One segment of a path: a DNS-1123 label or subdomain, or `InvalidRequest`.
 * Checked before it is encoded, because what stands behind a proxy may decode once more than we think
 * (`%2e%2e`, `%252f`); what passes holds nothing that encoding would change.
 */
export function pathSegment(
  part: string,
  form: 'label' | 'subdomain',
  value: string,
): string {
  const valid =
    form === 'label'
      ? value.length <= LABEL_LENGTH && LABEL.test(value)
      : value.length <= SUBDOMAIN_LENGTH && SUBDOMAIN.test(value);
  if (!valid) throw new InvalidRequest(part);
  return encodeURIComponent(value);
}
