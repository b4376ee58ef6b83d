import { SupplyChainError } from './SupplyChainError';

/** What was thrown, as an error that pages can show: one of ours as it is, any other in these words. */
export function asSupplyChainError(
  thrown: unknown,
  otherwise = String(thrown),
): SupplyChainError {
  return thrown instanceof SupplyChainError
    ? thrown
    : new SupplyChainError('internal', otherwise);
}
