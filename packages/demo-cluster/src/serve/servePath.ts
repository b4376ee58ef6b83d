import type { Exchange } from '../http/Exchange.ts';
import { negotiateDiscovery } from '../http/negotiateDiscovery.ts';
import { StatusError } from '../http/StatusError.ts';
import type { ApiContext } from './ApiContext.ts';
import { DiscoveryDocuments } from './DiscoveryDocuments.ts';
import { servedKinds } from './servedKinds.ts';

/** What kubectl of these days is told; the recordings' server was a v1.34.4. */
const VERSION = {
  major: '1',
  minor: '34',
  gitVersion: 'v1.34.4',
  gitCommit: 'unknown',
  gitTreeState: 'clean',
  buildDate: '2026-11-22T00:00:00Z',
  goVersion: 'go1.24.0',
  compiler: 'gc',
  platform: 'linux/amd64',
};

const ROOT = {
  paths: ['/api', '/apis', '/healthz', '/livez', '/readyz', '/version'],
};

/** GET of what is no kind: versions, health, discovery. OpenAPI we have not, clients must do without. */
export function servePath(context: ApiContext, exchange: Exchange): void {
  if (exchange.method !== 'GET' && exchange.method !== 'HEAD')
    throw StatusError.methodNotAllowed();
  const [root = '', group, version, ...more] = exchange.url.pathname
    .split('/')
    .filter(Boolean);
  const documents = new DiscoveryDocuments(servedKinds(context));
  const send = (document: object | undefined) => {
    if (document && more.length === 0) exchange.sendJson(200, document);
    else throw StatusError.noSuchPath();
  };
  switch (root) {
    case '':
      return send(ROOT);
    case 'version':
      return group
        ? send(undefined)
        : exchange.sendJson(200, JSON.stringify(VERSION, null, 2));
    case 'healthz':
    case 'livez':
    case 'readyz':
      return exchange.sendText(200, 'ok');
    case 'api':
      if (version !== undefined) return send(undefined);
      if (group !== undefined) return send(documents.resourceList('', group));
      return sendDiscovery(exchange, documents, 'api');
    case 'apis':
      if (group === undefined)
        return sendDiscovery(exchange, documents, 'apis');
      return send(
        version === undefined
          ? documents.group(group)
          : documents.resourceList(group, version),
      );
    default:
      return send(undefined);
  }
}

function sendDiscovery(
  exchange: Exchange,
  documents: DiscoveryDocuments,
  root: 'api' | 'apis',
): void {
  const form = negotiateDiscovery(exchange.header('accept'));
  if (form) {
    exchange.sendJson(200, documents.aggregated(root, form), {
      'Content-Type': `application/json;g=apidiscovery.k8s.io;v=${form};as=APIGroupDiscoveryList`,
    });
  } else if (root === 'apis') {
    exchange.sendJson(200, documents.groupList());
  } else {
    exchange.sendJson(
      200,
      documents.coreVersions(exchange.header('host') ?? ''),
    );
  }
}
