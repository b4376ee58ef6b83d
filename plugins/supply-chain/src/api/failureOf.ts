import { apiErrorAnswerSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import {
  SupplyChainError,
  type SupplyChainErrorCode,
} from './SupplyChainError';

/** The error of an answer that is not 2xx: in the backend's words if it used ours, else by its status. */
export async function failureOf(response: Response): Promise<SupplyChainError> {
  const said = apiErrorAnswerSchema.safeParse(
    await response.json().catch(() => undefined),
  );
  if (said.success) {
    const { code, message, cluster, verb, resource, namespace, as } =
      said.data.error;
    return new SupplyChainError(code, message, {
      ...(cluster !== undefined && { cluster }),
      ...(verb !== undefined && { verb }),
      ...(resource !== undefined && { resource }),
      ...(namespace !== undefined && { namespace }),
      ...(as !== undefined && { as }),
    });
  }
  return new SupplyChainError(
    BY_STATUS.get(response.status) ??
      (response.status >= 502 ? 'network' : 'internal'),
    `The supply chain backend answered ${response.status} ${response.statusText}`.trim(),
  );
}

/** For answers that are not ours: a proxy, an ingress, another plugin's error middleware. */
const BY_STATUS: ReadonlyMap<number, SupplyChainErrorCode> = new Map([
  [400, 'invalid-request'],
  [401, 'unauthenticated'],
  [403, 'denied'],
  [404, 'not-found'],
  [409, 'conflict'],
  [429, 'too-many-requests'],
]);
