import type { Attributes } from './Attributes.ts';
import type { PolicyRule } from './PolicyRule.ts';

/** Whether one rule allows something; the rules of the RBAC authorizer. */
export function matchesRule(rule: PolicyRule, wanted: Attributes): boolean {
  if (!has(rule.verbs, wanted.verb)) return false;
  if (wanted.kind === 'path') {
    return (rule.nonResourceURLs ?? []).some(url =>
      url.endsWith('*')
        ? wanted.path.startsWith(url.slice(0, -1))
        : url === wanted.path,
    );
  }
  const subresource = wanted.resource.split('/')[1];
  const names = rule.resourceNames ?? [];
  return (
    has(rule.apiGroups ?? [], wanted.group) &&
    (has(rule.resources ?? [], wanted.resource) ||
      (subresource !== undefined &&
        (rule.resources ?? []).includes(`*/${subresource}`))) &&
    (names.length === 0 ||
      (wanted.name !== undefined && names.includes(wanted.name)))
  );
}

function has(list: readonly string[], value: string): boolean {
  return list.includes('*') || list.includes(value);
}
