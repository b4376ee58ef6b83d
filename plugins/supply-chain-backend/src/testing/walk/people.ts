import type { PolicyDecision } from '@backstage/plugin-permission-common';
import { DENY, when } from '../decisions';
import { RULES, type Sees } from './RULES';
import type { Team } from './Team';

/** Everybody who may not see everything, and what they see. */
export function people(ours: Team): {
  who: string;
  policy: PolicyDecision;
  sees: Sees;
}[] {
  const byRule = Object.entries(RULES).flatMap(([rule, of]) => {
    const { lets, shuts, sees } = of(ours);
    return [
      { who: `${rule} lets`, policy: when(lets), sees } as const,
      { who: `${rule} shuts`, policy: when(shuts), sees: 'nothing' } as const,
    ];
  });
  return [{ who: 'denied', policy: DENY, sees: 'nothing' }, ...byRule];
}
