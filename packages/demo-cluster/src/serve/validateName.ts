import { StatusError } from '../http/StatusError.ts';
import type { ResourceDefinition } from '../state/ResourceDefinition.ts';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
/** DNS' own limits. */
const LABEL_LENGTH = 63;
const SUBDOMAIN_LENGTH = 253;

/** Throws the API server's 422 for a name that Kubernetes would not take. */
export function validateName(
  definition: ResourceDefinition,
  name: string,
): void {
  // Roles and bindings may be called anything that fits into a path.
  const free = definition.group === 'rbac.authorization.k8s.io';
  const label =
    definition.group === '' &&
    (definition.plural === 'namespaces' || definition.plural === 'services');
  const pattern = label ? LABEL : SUBDOMAIN;
  const limit = label ? LABEL_LENGTH : SUBDOMAIN_LENGTH;
  if (
    free
      ? !/[/%]/.test(name) && name !== '.' && name !== '..'
      : new RegExp(`^${pattern}$`).test(name)
  ) {
    if (name.length <= limit) return;
    throw invalid(definition, name, `must be no more than ${limit} characters`);
  }
  if (free) throw invalid(definition, name, "may not contain '/' or '%'");
  throw invalid(
    definition,
    name,
    label
      ? "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end " +
          `with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`
      : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start " +
          `and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
  );
}

function invalid(
  definition: ResourceDefinition,
  name: string,
  why: string,
): StatusError {
  const message = `Invalid value: ${JSON.stringify(name)}: ${why}`;
  return StatusError.invalid(definition, name, [
    { reason: 'FieldValueInvalid', message, field: 'metadata.name' },
  ]);
}
