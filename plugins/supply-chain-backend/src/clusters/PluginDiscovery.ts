import type { AskedFor } from './errors/AskedFor';
import { isKubernetesError } from './errors/KubernetesError';
import { isRecord } from './isRecord';
import type { KubernetesDiscovery } from './KubernetesDiscovery';
import { NamespaceRights } from './NamespaceRights';
import { pathSegment } from './pathSegment';
import type { PluginTransport } from './PluginTransport';

const AUTHORIZATION = 'authorization.k8s.io';
const AUTHENTICATION = 'authentication.k8s.io';

/** `system:serviceaccount:team:backstage`. */
const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):/;

/** Questions about a cluster and ourselves, through the kubernetes plugin. Every user may ask them unless told otherwise. */
export class PluginDiscovery implements KubernetesDiscovery {
  readonly #transport: Pick<PluginTransport, 'json'>;

  constructor(transport: Pick<PluginTransport, 'json'>) {
    this.#transport = transport;
  }

  async served(
    cluster: string,
    of: { readonly group: string; readonly version: string },
    signal: AbortSignal,
  ): Promise<ReadonlySet<string>> {
    const version = pathSegment('version', 'label', of.version);
    const path =
      of.group === ''
        ? `/api/${version}`
        : `/apis/${pathSegment('group', 'subdomain', of.group)}/${version}`;
    const asked: AskedFor = { cluster, verb: 'get', resource: 'apis' };
    try {
      const answer = await this.#transport.json(asked, { path }, signal);
      const resources: unknown[] =
        isRecord(answer) && Array.isArray(answer.resources)
          ? answer.resources
          : [];
      return new Set(
        resources.flatMap(each =>
          isRecord(each) && typeof each.name === 'string' ? each.name : [],
        ),
      );
    } catch (error) {
      if (isKubernetesError(error) && error.because === 'kind-absent') {
        return new Set();
      }
      throw error;
    }
  }

  async rightsIn(
    cluster: string,
    namespace: string,
    signal: AbortSignal,
  ): Promise<NamespaceRights> {
    const status = await this.#review(
      { cluster, group: AUTHORIZATION, kind: 'SelfSubjectRulesReview' },
      { namespace },
      signal,
    );
    return new NamespaceRights(status);
  }

  async ownNamespace(
    cluster: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const status = await this.#review(
      { cluster, group: AUTHENTICATION, kind: 'SelfSubjectReview' },
      undefined,
      signal,
    );
    const user = isRecord(status) ? status.userInfo : undefined;
    const name = isRecord(user) ? user.username : undefined;
    return typeof name === 'string'
      ? SERVICE_ACCOUNT.exec(name)?.[1]
      : undefined;
  }

  async #review(
    about: {
      readonly cluster: string;
      readonly group: string;
      readonly kind: string;
    },
    spec: object | undefined,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { cluster, group, kind } = about;
    const plural = `${kind.toLowerCase()}s`;
    const answer = await this.#transport.json(
      { cluster, verb: 'create', resource: `${plural}.${group}` },
      {
        path: `/apis/${group}/v1/${plural}`,
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          apiVersion: `${group}/v1`,
          kind,
          ...(spec && { spec }),
        }),
      },
      signal,
    );
    return isRecord(answer) ? answer.status : undefined;
  }
}
