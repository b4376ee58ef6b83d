import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_WORKLOAD } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What a permission policy may answer. */
export const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
export const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

export type Conditions = Extract<
  PolicyDecision,
  { result: AuthorizeResult.CONDITIONAL }
>['conditions'];

export const when = (conditions: Conditions): PolicyDecision => ({
  ...{ result: AuthorizeResult.CONDITIONAL, pluginId: 'supply-chain' },
  ...{ resourceType: RESOURCE_TYPE_WORKLOAD, conditions },
});
