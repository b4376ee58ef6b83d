import type { WorkloadPhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { OwnerStatus } from '../objects/OwnerStatus';
import { present } from '../objects/present';
import { submissionProblem } from '../stages/submissionProblem';
import { plainMessage } from '../words/plainMessage';

/** What is wrong before any stage comes into play. */
export type OwnerProblem = {
  readonly phase: Extract<
    WorkloadPhase,
    'unmatched' | 'misconfigured' | 'waiting'
  >;
  readonly says: string;
  readonly owner?: 'developer' | 'platform';
};

/** Reasons of SupplyChainReady and DeliveryReady that mean: nothing selects it, or too much does. */
const UNMATCHED: ReadonlyMap<
  string,
  { readonly says: string; readonly owner: 'developer' | 'platform' }
> = new Map([
  [
    'WorkloadLabelsMissing',
    {
      says: 'The workload has no labels, so no supply chain can select it',
      owner: 'developer',
    },
  ],
  [
    'SupplyChainNotFound',
    { says: 'No supply chain selects this workload', owner: 'developer' },
  ],
  [
    'MultipleSupplyChainMatches',
    {
      says: 'More than one supply chain selects this workload, only one may',
      owner: 'platform',
    },
  ],
  [
    'DeliverableLabelsMissing',
    {
      says: 'The deliverable has no labels, so no delivery can select it',
      owner: 'platform',
    },
  ],
  [
    'DeliveryNotFound',
    { says: 'No delivery selects this deliverable', owner: 'platform' },
  ],
  [
    'MultipleDeliveryMatches',
    {
      says: 'More than one delivery selects this deliverable, only one may',
      owner: 'platform',
    },
  ],
]);

/** The blueprint's own state, then errors that Cartographer meets before its first stage: those leave no stages at all. */
export function ownerProblem(
  status: OwnerStatus,
  namesAccount: boolean,
): OwnerProblem | undefined {
  const chosen = status.conditions.find(
    each => each.type === 'SupplyChainReady' || each.type === 'DeliveryReady',
  );
  if (chosen && chosen.status !== 'True') {
    const unmatched = UNMATCHED.get(chosen.reason ?? '');
    if (unmatched) return { phase: 'unmatched', ...unmatched };
    const problem = submissionProblem(chosen, namesAccount);
    const chain = status.blueprint ? ` ${status.blueprint}` : '';
    return {
      phase: 'misconfigured',
      says: `The supply chain${chain} is not ready: ${problem.says}`,
      owner: 'platform',
    };
  }
  const submitted = status.conditions.find(
    each => each.type === 'ResourcesSubmitted',
  );
  if (submitted?.status === 'False' && status.resources.length === 0) {
    const { says, owner } = submissionProblem(submitted, namesAccount);
    return { phase: 'misconfigured', says: capital(says), owner };
  }
  if (status.resources.length === 0) {
    const ready = status.conditions.find(each => each.type === 'Ready');
    const says = plainMessage(ready?.message);
    return present({
      phase: 'waiting' as const,
      says: says || 'Cartographer has not taken it up yet',
    });
  }
  return undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
