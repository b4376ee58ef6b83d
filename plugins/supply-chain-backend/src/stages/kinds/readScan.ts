import type {
  Problem,
  ScanFacts,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Fields } from '../../model/objects/Fields';
import { present } from '../../model/objects/present';
import { readConditions } from '../../model/objects/readConditions';
import { sumOf } from '../../model/objects/sumOf';
import { plainMessage } from '../../model/words/plainMessage';
import type { InspectedStage, StageFindings } from '../StageInspector';

const POLICIES = {
  group: 'scanning.apps.tanzu.vmware.com',
  version: 'v1beta1',
  plural: 'scanpolicies',
};

/** SourceScan and ImageScan of TAP's scanning 1.0, which differ in what they scan. */
export function readScan(
  it: InspectedStage,
  of: ScanFacts['of'],
): StageFindings {
  const spec = it.object.object('spec');
  const status = it.object.object('status');
  const artifact = status.object('artifact');
  const scanner = status.object('scannedBy').object('scanner');
  const { policy, problems } = policyOf(it, spec.text('scanPolicy'), status);
  return {
    facts: present({
      kind: 'scan' as const,
      of,
      scanned:
        of === 'image'
          ? artifact.object('registry').text('image') ??
            spec.object('registry').text('image')
          : artifact.object('blob').text('revision') ??
            spec.object('blob').text('revision') ??
            spec.object('git').text('gitRevision'),
      counts: countsOf(status),
      policy,
      scanner:
        [scanner.text('name'), scanner.text('version')]
          .filter(Boolean)
          .join(' ') || undefined,
      scannedAt: status.instant('scannedAt'),
      results: status.object('metadataURL').text(of),
      pods: [],
    }),
    problems,
  };
}

function countsOf(status: Fields): ScanFacts['counts'] {
  if (!status.has('CVECount')) return undefined;
  const all = status.object('CVECount');
  const count = (name: string) => Math.max(0, all.integer(name) ?? 0);
  const severities = {
    critical: count('critical'),
    high: count('high'),
    medium: count('medium'),
    low: count('low'),
    unknown: count('unknown'),
  };
  const sum = sumOf(Object.values(severities));
  return { ...severities, total: Math.max(sum, count('cvetotal')) };
}

function policyOf(
  { read }: InspectedStage,
  name: string | undefined,
  status: Fields,
): { policy: ScanFacts['policy']; problems: readonly Problem[] } {
  const said = readConditions(status).find(
    each => each.type === 'PolicySucceeded',
  );
  if (name === undefined && !said) return { policy: undefined, problems: [] };
  const answer =
    name === undefined ? { objects: [] } : read({ resource: POLICIES, name });
  const rule =
    new Fields(answer.objects[0]).object('spec').text('regoFile', RULE_MAX) ??
    '';
  return {
    policy: present({
      name,
      verdict: verdictOf(said),
      says: plainMessage(said?.message) || undefined,
      notAllowed: listIn(rule, 'notAllowedSeverities'),
      ignored: listIn(rule, 'ignoreCves'),
    }),
    // A policy explains; what it said stands in the scan itself, so that one that is not there is not missed.
    problems: answer.problem ? [answer.problem] : [],
  };
}

/** Characters of a policy's rule that are looked through. */
const RULE_MAX = 20_000;

function verdictOf(
  said: { status: string; reason?: string } | undefined,
): NonNullable<ScanFacts['policy']>['verdict'] {
  if (said?.status === 'True') return 'passed';
  if (said?.status !== 'False') return 'pending';
  return said.reason === 'EvaluationFailed' ? 'violated' : 'failed';
}

/** `notAllowedSeverities := ["Critical", "High"]`, as the rules of TAP begin. Others say it in other ways, and are not guessed at. */
function listIn(rule: string, name: string): string[] {
  const list = new RegExp(`^[ \\t]*${name} *:?= *\\[([^\\]]*)\\]`, 'm').exec(
    rule,
  )?.[1];
  return [...(list ?? '').matchAll(/"([^"]{1,100})"/g)]
    .flatMap(([, each]) => each ?? [])
    .slice(0, 50);
}
