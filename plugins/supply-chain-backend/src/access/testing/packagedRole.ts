import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { resourceName } from '../../clusters/resourceName';

const ruleSchema = z.object({
  apiGroups: z.array(z.string()),
  resources: z.array(z.string()),
  verbs: z.array(z.string()),
});
export type Rule = z.infer<typeof ruleSchema>;

const ROLE_FILE = resolvePackagePath(
  '@supply-chain-view/backstage-plugin-supply-chain-backend',
  'rbac/cluster-role.yaml',
);
/** The ClusterRole that operators get with the package. */
export const ROLE_TEXT = readFileSync(ROLE_FILE, 'utf8');
const [roleDocument] = parseAllDocuments(ROLE_TEXT);
export const { rules: ROLE_RULES } = z
  .object({ rules: z.array(ruleSchema) })
  .parse(roleDocument?.toJS());

/** `list builds.kpack.io`, one for each verb on each resource. */
export function rightsOf(of: readonly Rule[]): string[] {
  return of
    .flatMap(({ apiGroups, resources, verbs }) =>
      apiGroups.flatMap(group =>
        resources.flatMap(plural =>
          verbs.map(verb => `${verb} ${resourceName({ group, plural })}`),
        ),
      ),
    )
    .sort();
}

/** The role without these rights. */
export function roleWithout(...rights: readonly string[]): Rule[] {
  return ROLE_RULES.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap(group =>
      resources.map(plural => ({
        apiGroups: [group],
        resources: [plural],
        verbs: verbs.filter(
          verb =>
            !rights.includes(`${verb} ${resourceName({ group, plural })}`),
        ),
      })),
    ),
  );
}
