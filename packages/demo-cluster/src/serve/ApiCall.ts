import type { Exchange } from '../http/Exchange.ts';
import type { ResourceTarget } from '../http/parseTarget.ts';
import type { User } from '../rbac/User.ts';
import type { ResourceDefinition } from '../state/ResourceDefinition.ts';
import type { ApiContext } from './ApiContext.ts';

/** One authorised request for a kind that is served. */
export interface ApiCall {
  readonly context: ApiContext;
  readonly exchange: Exchange;
  readonly target: ResourceTarget;
  readonly definition: ResourceDefinition;
  /** Where its objects are kept: the kind itself, or the one that it shows in another form. */
  readonly stored: { readonly group: string; readonly plural: string };
  readonly user: User;
}
