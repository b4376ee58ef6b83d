import type { Condition } from '../objects/Condition';
import { plainMessage } from '../words/plainMessage';

export type SubmissionProblem = {
  readonly says: string;
  readonly owner: 'developer' | 'platform';
};

/** `images.kpack.io is forbidden: User "system:serviceaccount:ns:name" cannot create resource "images" in API group "kpack.io" in the namespace "ns"` */
const FORBIDDEN =
  /User "system:serviceaccount:([^":]+):([^"]+)" cannot (\w+) resource "([^"]+)"(?: in API group "([^"]*)")?(?: in the namespace "([^"]+)")?/;

/** A plain template names a path of the workload that is not there. */
const EMPTY_PATH = /evaluate tag \$\((.+?)\)\$: jsonpath returned empty list/;

/** A ytt template asks for a field that is not there. */
const YTT_FIELD = /struct has no (\.\S+) field or method/;

/** The same for a whole key, as ytt asks for parameters and labels. */
const YTT_KEY = /\bkey "([^"]+)" not in struct/;

/** A CRD that is not there. */
const NO_KIND = /no matches for kind "([^"]+)" in version "([^"]+)"/;

const SERVICE_ACCOUNT = /ServiceAccount "([^"]+)" not found/;

/**
 * Why Cartographer could not submit a stage's object, or anything at all, in plain words, and who can mend it:
 * the developer what the workload itself says, the platform team what chains, templates and roles say.
 */
export function submissionProblem(
  condition: Condition,
  workloadNamesAccount: boolean,
): SubmissionProblem {
  const message = condition.message ?? '';

  const forbidden = FORBIDDEN.exec(message);
  if (forbidden) {
    const [, home, name, verb, plural, group, namespace] = forbidden;
    const account = home === namespace ? name : `${home}/${name}`;
    const resource = group ? `${plural}.${group}` : plural;
    const place = namespace ? ` in namespace ${namespace}` : '';
    return {
      says: `service account ${account} may not ${verb} ${resource}${place}`,
      owner: 'platform',
    };
  }

  const account = SERVICE_ACCOUNT.exec(message)?.[1];
  if (account)
    return {
      says: `service account ${account} does not exist`,
      owner: workloadNamesAccount ? 'developer' : 'platform',
    };

  const path = EMPTY_PATH.exec(message)?.[1]?.replaceAll('\\', '');
  if (path)
    return {
      says: `its template needs ${path}, which is not there`,
      owner: path.startsWith('workload.') ? 'developer' : 'platform',
    };

  const field = YTT_FIELD.exec(message)?.[1];
  if (field)
    return {
      says: `its template needs a field ${field} that is not there`,
      owner: 'platform',
    };

  const key = YTT_KEY.exec(message)?.[1];
  if (key)
    return {
      says: `its template needs ${key}, which is not there`,
      owner: 'platform',
    };

  const [, kind, version] = NO_KIND.exec(message) ?? [];
  if (kind)
    return {
      says: `the cluster does not know ${kind} of ${version}: what its template stamps is not installed`,
      owner: 'platform',
    };

  const options = /expected exactly 1 option to match, found \[(\d+)\]/.exec(
    message,
  )?.[1];
  if (options)
    return {
      says:
        options === '0'
          ? 'none of the template options of this stage matches the workload'
          : `${options} template options of this stage match the workload, only one may`,
      owner: 'platform',
    };

  const templates =
    /did not find the template of the resource\(s\) \[([^\]]+)\]/.exec(
      message,
    )?.[1];
  if (templates)
    return {
      says: `did not find the template of ${templates}`,
      owner: 'platform',
    };

  const unreadable =
    /cannot read value \[(.+?)\] from healthy object \[([^\]]+)\]/.exec(
      message,
    );
  if (unreadable)
    return {
      says: `${unreadable[2]} is healthy but has no ${unreadable[1]}, which its template reads`,
      owner: 'platform',
    };

  return {
    says:
      plainMessage(message) ||
      `Cartographer could not submit it${
        condition.reason ? ` (${condition.reason})` : ''
      }`,
    owner: 'platform',
  };
}
