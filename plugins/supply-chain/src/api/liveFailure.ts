import { SupplyChainError } from './SupplyChainError';

/** What a connection threw, as an error that pages can show. */
export function liveFailure(thrown: unknown): SupplyChainError {
  return thrown instanceof SupplyChainError
    ? thrown
    : new SupplyChainError('internal', 'The live connection broke off');
}
