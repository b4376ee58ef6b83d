import type { supplyChainRules } from '../../access/rules/supplyChainRules';
import { supplyChainConditions } from '../../access/supplyChainConditions';
import type { Conditions } from '../decisions';
import type { Team } from './Team';
import { MARK, OWNER } from './TwoTeams';

/** Of our workload: what somebody sees. */
export type Sees = 'nothing' | 'it' | 'its namespace' | 'its cluster';

/** By the name of each rule: a condition that lets what is ours through, and one that nothing meets. */
export const RULES: Record<
  keyof typeof supplyChainRules,
  (team: Team) => { lets: Conditions; shuts: Conditions; sees: Sees }
> = {
  inCluster: ({ workload }) => ({
    lets: supplyChainConditions.inCluster({
      clusters: [workload.cluster ?? ''],
    }),
    shuts: supplyChainConditions.inCluster({ clusters: ['run'] }),
    sees: 'its cluster',
  }),
  inNamespace: ({ workload }) => ({
    lets: supplyChainConditions.inNamespace({
      namespaces: [workload.namespace ?? ''],
    }),
    shuts: supplyChainConditions.inNamespace({ namespaces: ['elsewhere'] }),
    sees: 'its namespace',
  }),
  hasLabel: () => ({
    lets: supplyChainConditions.hasLabel({
      label: MARK.label,
      value: MARK.value,
    }),
    shuts: supplyChainConditions.hasLabel({
      label: MARK.label,
      value: 'elsewhere',
    }),
    sees: 'it',
  }),
  isEntityOwner: () => ({
    lets: supplyChainConditions.isEntityOwner({ claims: [OWNER] }),
    shuts: supplyChainConditions.isEntityOwner({
      claims: ['group:default/others'],
    }),
    sees: 'it',
  }),
};
