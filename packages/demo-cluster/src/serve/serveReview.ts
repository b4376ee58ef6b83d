import type { Exchange } from '../http/Exchange.ts';
import { isRecord } from '../records.ts';
import type { Attributes } from '../rbac/Attributes.ts';
import type { PolicyRule } from '../rbac/PolicyRule.ts';
import type { User } from '../rbac/User.ts';
import type { ResourceDefinition } from '../state/ResourceDefinition.ts';
import { StatusError } from '../http/StatusError.ts';
import type { ApiContext } from './ApiContext.ts';
import { decide } from './decide.ts';
import { readBody } from './readBody.ts';
import { readProtobufReview } from './readProtobufReview.ts';

const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** POST of a question about oneself: may I, what may I, who am I. */
export async function serveReview(
  context: ApiContext,
  exchange: Exchange,
  user: User,
  definition: ResourceDefinition,
): Promise<void> {
  const spec = await readSpec(exchange, definition.kind);
  const answer = (content: object) =>
    exchange.sendJson(201, {
      kind: definition.kind,
      apiVersion: `${definition.group}/v1`,
      metadata: {},
      ...content,
    });
  switch (definition.kind) {
    case 'SelfSubjectAccessReview': {
      const { allowed, reason } = decide(context, user, attributesOf(spec));
      answer({ spec, status: { allowed, ...(reason && { reason }) } });
      return;
    }
    case 'SelfSubjectRulesReview': {
      const namespace = text(spec.namespace);
      if (!namespace) throw StatusError.badRequest('no namespace on request');
      answer({
        spec: {},
        status: rulesStatus(context.authorizer.rulesOf(user, namespace)),
      });
      return;
    }
    default:
      answer({
        status: { userInfo: { username: user.name, groups: user.groups } },
      });
  }
}

async function readSpec(
  exchange: Exchange,
  kind: string,
): Promise<Record<string, unknown>> {
  if (exchange.header('content-type') === PROTOBUF)
    return readProtobufReview(await exchange.readBytes(), kind);
  const body = await readBody(exchange, kind);
  return isRecord(body?.spec) ? body.spec : {};
}

function attributesOf(spec: Record<string, unknown>): Attributes {
  const { nonResourceAttributes: path, resourceAttributes: wanted } = spec;
  if (isRecord(path))
    return { kind: 'path', verb: text(path.verb), path: text(path.path) };
  if (!isRecord(wanted)) {
    throw StatusError.invalid(
      { group: 'authorization.k8s.io', kind: 'SelfSubjectAccessReview' },
      '',
      [
        {
          reason: 'FieldValueInvalid',
          message:
            'Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
          field: 'spec.resourceAttributes',
        },
      ],
    );
  }
  const { subresource } = wanted;
  return {
    kind: 'resource',
    verb: text(wanted.verb),
    group: text(wanted.group),
    resource: subresource
      ? `${text(wanted.resource)}/${text(subresource)}`
      : text(wanted.resource),
    ...(wanted.namespace ? { namespace: text(wanted.namespace) } : {}),
    ...(wanted.name ? { name: text(wanted.name) } : {}),
  };
}

function rulesStatus(rules: readonly PolicyRule[]): object {
  const resourceRules = rules
    .filter(rule => rule.resources)
    .map(({ verbs, apiGroups, resources, resourceNames }) => ({
      verbs,
      apiGroups,
      resources,
      resourceNames,
    }));
  const nonResourceRules = rules
    .filter(rule => rule.nonResourceURLs)
    .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs }));
  return { resourceRules, nonResourceRules, incomplete: false };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
