import * as common from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { z } from 'zod';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** Every schema that both sides share, by the name of its type: `buildViewSchema` is `BuildView`. */
const registry = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(common)) {
  if (!(schema instanceof z.ZodType) || !name.endsWith('Schema')) continue;
  // Queries are parameters, not bodies.
  if (name.endsWith('QuerySchema')) continue;
  const id = name.replace(/Schema$/, '');
  registry.add(schema, { id: id.charAt(0).toUpperCase() + id.slice(1) });
}

/** The contract of the HTTP API: paths by hand, schemas out of the zod schemas that the code parses with. */
export function openApiDocument(): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Supply Chain View',
      version: '1',
      description:
        'Supply chains of Cartographer and image builds of kpack, as views. Below `/api/supply-chain`. Every answer holds only what the caller may see; what is denied and what is absent answer the same 404.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/supply-chain' }],
    security: [{ backstage: [] }, { backstage: [], clusterToken: [] }],
    paths: {
      '/v1/clusters': {
        get: view(
          'clusters',
          'Clusters and how well each kind of them is known',
          'ClustersAnswer',
          [],
        ),
      },
      '/v1/workloads': {
        get: view(
          'workloads',
          'Rows, counts and problems',
          'WorkloadsAnswer',
          queryOf(common.workloadsQuerySchema),
        ),
      },
      '/v1/workloads/{cluster}/{namespace}/{name}': {
        get: view(
          'workload',
          'One workload: graph, delivery, why no chain takes it',
          'WorkloadView',
          REF,
        ),
      },
      '/v1/workloads/{cluster}/{namespace}/{name}/stages/{stage}': {
        get: view(
          'stage',
          'One stage, with its image build where it makes one',
          'StageDetailView',
          [...REF, inPath('stage')],
        ),
      },
      '/v1/workloads/{cluster}/{namespace}/{name}/delivery': {
        get: view(
          'delivery',
          'What each delivery of a workload is made of, asked of its cluster',
          'DeliveriesAnswer',
          REF,
        ),
      },
      '/v1/images': {
        get: view(
          'images',
          'kpack Images: those without a workload, or all of them',
          'ImagesAnswer',
          queryOf(common.imagesQuerySchema),
        ),
      },
      '/v1/images/{cluster}/{namespace}/{name}': {
        get: view(
          'image',
          'One kpack Image with its newest build',
          'ImageView',
          REF,
        ),
      },
      '/v1/builders': {
        get: view(
          'builders',
          'Builders, stacks, stores and lifecycles, and how far their updates have come',
          'BuildersAnswer',
          queryOf(common.buildersQuerySchema),
        ),
      },
      '/v1/builders/{cluster}/ClusterBuilder/{name}': {
        get: view(
          'clusterBuilder',
          'One ClusterBuilder with every image of it',
          'BuilderView',
          ['cluster', 'name'].map(inPath),
        ),
      },
      '/v1/builders/{cluster}/Builder/{namespace}/{name}': {
        get: view(
          'builder',
          'One Builder with every image of it',
          'BuilderView',
          REF,
        ),
      },
      '/v1/images/{cluster}/{namespace}/{name}/builds': {
        get: view(
          'builds',
          'All builds of a kpack Image, newest first',
          'BuildsAnswer',
          REF,
        ),
      },
      '/v1/builds/{cluster}/{namespace}/{name}': {
        get: view(
          'build',
          'One image build: why, steps, produced, built with',
          'BuildView',
          REF,
        ),
      },
      '/v1/builds/{cluster}/{namespace}/{name}/compare': {
        get: view(
          'compare',
          'This build and another of the same image: what differs, and why each build between them ran',
          'BuildComparison',
          [...REF, ...queryOf(common.compareQuerySchema)],
        ),
      },
      '/v1/builds/{cluster}/{namespace}/{name}/trigger': {
        post: {
          operationId: 'trigger',
          summary: 'Asks kpack for a rebuild',
          description:
            'Of the newest build of an image, with `supply-chain.build.trigger`. 409 with `newer-build` when there is a newer one, with `rebuild-asked` when somebody asked already, with `no-image` for a build made by hand.',
          parameters: REF,
          responses: {
            '204': {
              description:
                'The cluster took note: kpack makes one more build when this one has ended',
            },
            ...errors('400', '401', '403', '404', '409', '429', '503'),
          },
        },
      },
      '/v1/builds/{cluster}/{namespace}/{name}/trust': {
        get: view(
          'trust',
          'What the image of a build is worth: signatures, attestations, policies. Asks its registry, so it may take seconds',
          'TrustView',
          REF,
        ),
      },
      '/v1/workloads/{cluster}/{namespace}/{name}/stages/{stage}/trust': {
        get: view(
          'stageTrust',
          'The same of the image of a stage that is not built by kpack: of one of its runs, else of what it serves',
          'TrustView',
          [...REF, inPath('stage'), ...queryOf(common.stageTrustQuerySchema)],
        ),
      },
      '/v1/builds/{cluster}/{namespace}/{name}/logs': {
        get: logs(
          'logs',
          'Logs of a build: text as they are, or with `follow` a line of JSON a message',
          REF,
        ),
      },
      '/v1/runs/{cluster}/{namespace}/{resource}/{name}/logs': {
        get: logs(
          'runLogs',
          'The same of a run of Tekton that a workload owns. `resource` is `taskruns.tekton.dev`, or `pipelineruns.tekton.dev`, where a step is `task--step`; or that of a scan of TAP (`imagevulnerabilityscans.app-scanning.apps.tanzu.vmware.com`, `imagescans` and `sourcescans.scanning.apps.tanzu.vmware.com`), of which the TaskRuns that it owns are read',
          ['cluster', 'namespace', 'resource', 'name'].map(inPath),
        ),
      },
      '/v1/objects/{cluster}/{namespace}/{resource}/{name}': {
        get: view(
          'object',
          'One object that a workload owns, as clean YAML. `resource` is `plural.group`',
          'ObjectView',
          [
            ...['cluster', 'namespace', 'resource', 'name'].map(inPath),
            ...queryOf(common.objectQuerySchema),
          ],
        ),
      },
      '/v1/stream': {
        post: {
          operationId: 'stream',
          summary:
            'Views of some topics, first and after each change: a line of JSON a message',
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: reference('StreamRequest') },
            },
          },
          responses: {
            '200': {
              description:
                'Messages until the token is about to expire, ten minutes at most',
              content: {
                'application/x-ndjson': { schema: reference('StreamMessage') },
              },
            },
            ...errors('400', '401', '413', '429'),
          },
        },
      },
      '/v1/poll': {
        get: {
          operationId: 'poll',
          summary:
            'What `/v1/stream` says, one answer at a time: at once when there is news for the cursors, else when the wait is over',
          description:
            '`topics` is the JSON of the list in the body of `/v1/stream`. Longer ones go by POST.',
          parameters: queryOf(common.pollQuerySchema),
          responses: POLL_RESPONSES,
        },
        post: {
          operationId: 'pollLong',
          summary: 'The same, for more topics than a query can carry',
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: reference('PollRequest') },
            },
          },
          responses: POLL_RESPONSES,
        },
      },
    },
    components: {
      securitySchemes: {
        backstage: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of Backstage',
        },
        clusterToken: {
          type: 'apiKey',
          in: 'header',
          name: common.clusterTokenHeader('google'),
          description:
            'For clusters that are read with each person’s own token (`access: per-user`): the token of their `authProvider`. ' +
            `One header a provider: \`${
              common.CLUSTER_TOKEN_HEADER
            }\` and its name, in which every character but small letters and digits is a hyphen and the two hexadecimal digits of each byte: \`oidc.okta\` is \`${common.clusterTokenHeader(
              'oidc.okta',
            )}\`. ` +
            'At most eight of them, 12 KiB each. They go to those clusters and nowhere else, are never stored, and nothing read with them is shown to anybody else.',
        },
      },
      responses: {
        Error: {
          description: 'What happened, where, and a stable code',
          content: {
            'application/json': { schema: reference('ApiErrorAnswer') },
          },
        },
      },
      schemas: schemas(),
    },
  };
}

const POLL_RESPONSES: JsonObject = {
  '200': {
    description: 'A message for each topic, or one that says goodbye',
    content: { 'application/json': { schema: reference('PollAnswer') } },
  },
  ...errors('400', '401', '413', '429'),
};

const REF = ['cluster', 'namespace', 'name'].map(inPath);

function inPath(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

function view(
  operationId: string,
  summary: string,
  schema: string,
  parameters: JsonObject[],
): JsonObject {
  return {
    operationId,
    summary,
    parameters: [
      ...parameters,
      { name: 'If-None-Match', in: 'header', schema: { type: 'string' } },
    ],
    responses: {
      '200': {
        description: 'The view',
        headers: {
          ETag: { description: 'Its version', schema: { type: 'string' } },
        },
        content: { 'application/json': { schema: reference(schema) } },
      },
      '304': { description: 'The caller has this version' },
      ...errors('400', '401', '403', '404', '422', '503'),
    },
  };
}

function logs(
  operationId: string,
  summary: string,
  parameters: JsonObject[],
): JsonObject {
  return {
    ...{ operationId, summary },
    parameters: [...parameters, ...queryOf(common.logsQuerySchema)],
    responses: {
      '200': {
        description: 'The log',
        content: {
          'text/plain': { schema: { type: 'string' } },
          'application/x-ndjson': { schema: reference('LogMessage') },
        },
      },
      ...errors('400', '401', '403', '404', '409', '429', '503'),
    },
  };
}

function errors(...statuses: string[]): JsonObject {
  return Object.fromEntries(
    statuses.map(status => [status, { $ref: '#/components/responses/Error' }]),
  );
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A query: each field a parameter; lists are repeated. */
function queryOf(schema: z.ZodObject): JsonObject[] {
  const { properties } = plain(z.toJSONSchema(schema, OPTIONS));
  return Object.entries(properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    schema: property,
  }));
}

const OPTIONS = {
  io: 'output',
  target: 'draft-2020-12',
  unrepresentable: 'any',
} as const;

function schemas(): JsonObject {
  const made = z.toJSONSchema(registry, {
    ...OPTIONS,
    uri: id => `#/components/schemas/${id}`,
    override({ zodSchema, jsonSchema }) {
      // Backstage's clients also read what it says of request and response beside the error.
      if (zodSchema === common.apiErrorAnswerSchema) {
        delete jsonSchema.additionalProperties;
      }
    },
  });
  return Object.fromEntries(
    Object.entries(made.schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => {
        const { $schema: _, $id: __, ...rest } = plain(schema);
        return [name, rest];
      }),
  );
}

/** JSON by construction: the generator's type also holds functions for its own extensions. */
function plain(schema: unknown): JsonObject {
  const json: JsonObject = JSON.parse(JSON.stringify(schema));
  return json;
}
