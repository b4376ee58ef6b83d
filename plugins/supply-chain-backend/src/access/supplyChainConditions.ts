import { createConditionExports } from '@backstage/plugin-permission-node';
import { supplyChainRules } from './rules/supplyChainRules';
import { subjectResourceRef } from './subjectResourceRef';

const exported = createConditionExports({
  resourceRef: subjectResourceRef,
  rules: supplyChainRules,
});

/** Conditions for a permission policy, for example `supplyChainConditions.inNamespace({ namespaces: ['shop'] })`. */
export const supplyChainConditions = exported.conditions;

/** A conditional decision of a permission policy over workloads. */
export const createSupplyChainConditionalDecision =
  exported.createConditionalDecision;
