import type {
  ApiError,
  ApiErrorCode,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The backend's stable codes, and what can go wrong before it answers. */
export type SupplyChainErrorCode =
  | ApiErrorCode
  /** No answer: offline, the backend is down or cannot be resolved. */
  | 'network'
  /** An answer that this version cannot read. */
  | 'unreadable';

/** Why something cannot be shown, with a code to switch over. The message is for people; pages translate the code. */
export class SupplyChainError extends Error {
  readonly name = 'SupplyChainError';

  constructor(
    readonly code: SupplyChainErrorCode,
    message: string,
    /** Where it happened, as far as the backend said so. */
    readonly where: Pick<
      ApiError,
      'cluster' | 'verb' | 'resource' | 'namespace' | 'as'
    > = {},
  ) {
    super(message);
  }
}
