import type { ResourceDefinition } from '../state/ResourceDefinition.ts';

function review(group: string, kind: string): ResourceDefinition {
  const singular = kind.toLowerCase();
  return {
    group,
    versions: ['v1'],
    plural: `${singular}s`,
    singular,
    kind,
    namespaced: false,
    verbs: ['create'],
    custom: false,
  };
}

/** Questions asked by creating an object that is answered and never kept. */
export const reviewResources: readonly ResourceDefinition[] = [
  review('authentication.k8s.io', 'SelfSubjectReview'),
  review('authorization.k8s.io', 'SelfSubjectAccessReview'),
  review('authorization.k8s.io', 'SelfSubjectRulesReview'),
];
