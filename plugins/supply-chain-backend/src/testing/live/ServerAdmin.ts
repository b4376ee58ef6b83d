import { plainFetch } from '../plainFetch';
import type { ServerUnderTest } from './ServerUnderTest';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';

/** What an administrator does to a server while the live copy watches. */
export class ServerAdmin {
  readonly #server: ServerUnderTest;

  constructor(server: ServerUnderTest) {
    this.#server = server;
  }

  async put(namespace: string, name: string, colour: string): Promise<void> {
    const { group, version } = this.#server.resource;
    await this.send('POST', this.#path(namespace), {
      ...{ apiVersion: `${group}/${version}`, kind: 'Gadget' },
      ...{ metadata: { name, namespace }, spec: { colour } },
    });
  }

  async remove(namespace: string, name: string): Promise<void> {
    await this.send('DELETE', `${this.#path(namespace)}/${name}`);
  }

  async createNamespace(name: string): Promise<void> {
    await this.send('POST', '/api/v1/namespaces', {
      ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
    });
  }

  async removeNamespace(name: string): Promise<void> {
    await this.send('DELETE', `/api/v1/namespaces/${name}`);
  }

  /** Lets the live copy read the kind: in all namespaces, or in one. */
  async allow(namespace?: string): Promise<void> {
    const { group, plural } = this.#server.resource;
    await this.#bind('live-copy', namespace, group, plural);
  }

  async forbid(namespace?: string): Promise<void> {
    await this.#unbind('live-copy', namespace);
  }

  /** Lets the live copy list the namespaces. */
  async allowNamespaces(): Promise<void> {
    await this.#bind('live-copy-namespaces', undefined, '', 'namespaces');
  }

  async forbidNamespaces(): Promise<void> {
    await this.#unbind('live-copy-namespaces', undefined);
  }

  /** What is there already, or gone already, is as it was wanted. */
  async send(
    method: 'POST' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<void> {
    const { adminToken, url } = this.#server;
    const answer = await plainFetch(`${url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${adminToken}`,
        'Content-Type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.ok || answer.status === (method === 'POST' ? 409 : 404)) return;
    throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  }

  async #bind(
    name: string,
    namespace: string | undefined,
    group: string,
    plural: string,
  ): Promise<void> {
    const prefix = namespace === undefined ? 'Cluster' : '';
    const metadata = { name, ...(namespace !== undefined && { namespace }) };
    const apiGroup = 'rbac.authorization.k8s.io';
    const apiVersion = `${apiGroup}/v1`;
    const role = { apiGroup, kind: `${prefix}Role`, name };
    const verbs = ['get', 'list', 'watch'];
    await this.send('POST', rbacPath(role.kind, namespace), {
      ...{ apiVersion, kind: role.kind, metadata },
      rules: [{ apiGroups: [group], resources: [plural], verbs }],
    });
    await this.send('POST', rbacPath(`${prefix}RoleBinding`, namespace), {
      ...{ apiVersion, kind: `${prefix}RoleBinding`, metadata },
      roleRef: role,
      subjects: [{ apiGroup, kind: 'User', name: this.#server.user.name }],
    });
  }

  async #unbind(name: string, namespace: string | undefined): Promise<void> {
    const prefix = namespace === undefined ? 'Cluster' : '';
    for (const kind of [`${prefix}RoleBinding`, `${prefix}Role`]) {
      await this.send('DELETE', `${rbacPath(kind, namespace)}/${name}`);
    }
  }

  #path(namespace: string): string {
    const { group, plural, version } = this.#server.resource;
    return `/apis/${group}/${version}/namespaces/${namespace}/${plural}`;
  }
}

function rbacPath(kind: string, namespace: string | undefined): string {
  const plural = `${kind.toLowerCase()}s`;
  return namespace === undefined
    ? `${RBAC}/${plural}`
    : `${RBAC}/namespaces/${namespace}/${plural}`;
}
