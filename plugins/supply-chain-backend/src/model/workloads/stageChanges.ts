import type { ChainChange } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../objects/OwnerStatus';
import type { ChainResource } from '../objects/SupplyChainObject';

/** What a chain plans against what of it was stamped, stage by stage. */
export function stageChanges(
  planned: readonly ChainResource[],
  stamped: readonly RealizedResource[],
): readonly ChainChange[] {
  const plans = new Map(planned.map(each => [each.name, each]));
  const known = new Set(stamped.map(each => each.name));
  const added = [...plans.values()].filter(({ name }) => !known.has(name));
  const removed = stamped.filter(({ name }) => !plans.has(name));
  const renamed = renaming(added, removed);
  return [
    ...(renamed
      ? [{ kind: 'stage-renamed' as const, ...renamed }]
      : [
          ...added.map(({ name }) => ({
            ...{ kind: 'stage-added' as const, stage: name },
          })),
          ...removed.map(({ name }) => ({
            ...{ kind: 'stage-removed' as const, stage: name },
          })),
        ]),
    ...stamped.flatMap(stage => {
      const plan = plans.get(stage.name);
      if (!plan) return [];
      const was = stage.inputs.map(name =>
        name === renamed?.stage ? renamed.now : name,
      );
      return [...templateChange(plan, stage), ...inputChange(plan, was)];
    }),
  ];
}

/** One went, one came, and both by the same template: it has another name. */
function renaming(
  added: readonly ChainResource[],
  removed: readonly RealizedResource[],
): { readonly stage: string; readonly now: string } | undefined {
  const [came, ...more] = added;
  const [went, ...others] = removed;
  if (!came || !went || more.length > 0 || others.length > 0) return undefined;
  const isSame =
    went.templateRef !== undefined &&
    templatesOf(came).includes(went.templateRef.name) &&
    went.templateRef.kind === (came.templateKind ?? went.templateRef.kind);
  return isSame ? { stage: went.name, now: came.name } : undefined;
}

/** What was passed through has no template, and what was never reached has none yet. */
function templateChange(
  plan: ChainResource,
  { name, templateRef }: RealizedResource,
): readonly ChainChange[] {
  const now = templatesOf(plan);
  if (!templateRef || now.length === 0 || now.includes(templateRef.name))
    return [];
  return [
    { kind: 'template', stage: name, was: templateRef.name, now: [...now] },
  ];
}

function templatesOf(plan: ChainResource): readonly string[] {
  return plan.templateName === undefined
    ? plan.templateOptions ?? []
    : [plan.templateName];
}

/** Their order is the chain's own affair. */
function inputChange(
  { name, inputs }: ChainResource,
  was: readonly string[],
): readonly ChainChange[] {
  const now = [...new Set(inputs.map(each => each.from))];
  const isSame =
    now.length === was.length && now.every(each => was.includes(each));
  return isSame
    ? []
    : [{ kind: 'inputs', stage: name, was: [...was], now: [...now] }];
}
