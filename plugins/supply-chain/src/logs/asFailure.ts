import type { ApiError } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { SupplyChainError } from '../api/SupplyChainError';

/** An error that the backend tells of within a stream, as one that it answers with. */
export function asFailure({
  name: _,
  code,
  message,
  ...where
}: ApiError): SupplyChainError {
  // Its optional fields may be there and undefined; ours are there or not.
  const known = Object.entries(where).filter(
    ([, value]) => value !== undefined,
  );
  return new SupplyChainError(code, message, Object.fromEntries(known));
}
