import { SupplyChainError } from '../api/SupplyChainError';

/** What a request of the client failed with. */
export async function clientFailure(
  promise: Promise<unknown>,
): Promise<SupplyChainError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SupplyChainError) return error;
  throw new Error(`Expected a SupplyChainError, got ${String(error)}`);
}
