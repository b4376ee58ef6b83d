import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { PollAnswer } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openApiText } from '../../scripts/openApiText';
import { ndjson } from '../testing/ndjson';
import { routesOf } from '../testing/routesOf';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';

jest.setTimeout(90_000);

interface Operation {
  readonly responses: Readonly<
    Record<
      string,
      { content?: Record<string, { schema: { $ref?: string } }>; $ref?: string }
    >
  >;
}

const text = readFileSync(join(__dirname, '../../openapi.yaml'), 'utf8');
const document: {
  paths: Record<string, Record<string, Operation>>;
} = parse(text);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, 'openapi');

const topic = { type: 'workloads', id: 'same', query: {} };
const twice = encodeURIComponent(JSON.stringify([topic, topic]));

/** What is wrong with an answer, in words; empty when nothing is. */
function complaints(ref: string, body: unknown): string {
  const validate = ajv.getSchema(`openapi${ref}`);
  if (!validate) throw new Error(`openapi.yaml has no ${ref}`);
  return validate(body) ? '' : ajv.errorsText(validate.errors);
}

/** The schema of an answer, by the path as the document writes it. */
function schemaOf(
  path: string,
  method: string,
  status: number,
  type: string,
): string {
  const answer = document.paths[path]?.[method]?.responses[String(status)];
  const resolved = answer?.$ref
    ? '#/components/schemas/ApiErrorAnswer'
    : answer?.content?.[type]?.schema.$ref;
  if (!resolved) {
    throw new Error(`openapi.yaml has no ${status} ${type} for ${path}`);
  }
  return resolved;
}

describe('openapi.yaml', () => {
  it('is what its script makes of the schemas', () => {
    expect(text).toBe(openApiText());
  });

  it('has every route of the router, and no other', () => {
    const documented = Object.entries(document.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    const served = routesOf().map(
      ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(documented.sort()).toEqual([...served].sort());
  });
});

describe('the running server answers as openapi.yaml says', () => {
  let chain: SupplyChain;
  beforeAll(async () => {
    chain = await startSupplyChain();
  });
  afterAll(() => chain.stop());

  const names = (group: string, plural: string) =>
    chain.demo.build.state
      .list({ group, plural })
      .items.map(({ metadata }) => ({
        cluster: 'build',
        namespace: metadata.namespace ?? '',
        name: metadata.name,
      }));
  const inPath = (ref: { cluster: string; namespace: string; name: string }) =>
    `${ref.cluster}/${ref.namespace}/${ref.name}`;

  async function holds(template: string, path: string): Promise<number> {
    const response = await chain.fetch(path);
    const body: unknown = await response.json();
    const ref = schemaOf(template, 'get', response.status, 'application/json');
    expect([path, complaints(ref, body)]).toEqual([path, '']);
    return response.status;
  }

  it('for every workload and each of its stages', async () => {
    const ref = '/v1/workloads/{cluster}/{namespace}/{name}';
    const refs = names('carto.run', 'workloads');
    expect(refs.length).toBeGreaterThan(0);
    for (const each of refs) {
      const path = `/v1/workloads/${inPath(each)}`;
      expect(await holds(ref, path)).toBe(200);
      const view = await (await chain.fetch(path)).json();
      const { stages } = (view as { graph: { stages: { name: string }[] } })
        .graph;
      for (const { name } of stages) {
        const stage = `${path}/stages/${encodeURIComponent(name)}`;
        expect(await holds(`${ref}/stages/{stage}`, stage)).toBe(200);
        expect([200, 404]).toContain(
          await holds(`${ref}/stages/{stage}/trust`, `${stage}/trust`),
        );
      }
    }
  });

  it('for every image and build', async () => {
    for (const each of names('kpack.io', 'images')) {
      const path = `/v1/images/${inPath(each)}/builds`;
      const template = '/v1/images/{cluster}/{namespace}/{name}/builds';
      expect(await holds(template, path)).toBe(200);
    }
    for (const each of names('kpack.io', 'builds')) {
      const path = `/v1/builds/${inPath(each)}`;
      const template = '/v1/builds/{cluster}/{namespace}/{name}';
      expect(await holds(template, path)).toBe(200);
      expect(await holds(`${template}/trust`, `${path}/trust`)).toBe(200);
    }
  });

  it('for lists, clusters, and what is not there', async () => {
    await holds('/v1/clusters', '/v1/clusters');
    await holds('/v1/workloads', '/v1/workloads?limit=3&phase=failed');
    expect(await holds('/v1/workloads', '/v1/workloads?limit=none')).toBe(400);
    const build = '/v1/builds/{cluster}/{namespace}/{name}';
    expect(await holds(build, '/v1/builds/build/no/where')).toBe(404);
  });

  it('for the messages of a stream and of a followed log', async () => {
    const builds = names('kpack.io', 'builds').slice(0, 3);
    const line = schemaOf(
      '/v1/builds/{cluster}/{namespace}/{name}/logs',
      'get',
      200,
      'application/x-ndjson',
    );
    for (const each of builds) {
      const response = await chain.fetch(
        `/v1/builds/${inPath(each)}/logs?follow`,
      );
      for await (const message of ndjson(response)) {
        expect(complaints(line, message)).toBe('');
      }
    }
    const said = schemaOf('/v1/stream', 'post', 200, 'application/x-ndjson');
    const response = await chain.fetch('/v1/stream', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        topics: [
          { type: 'workloads', id: 'list', query: {} },
          ...builds.map((ref, i) => ({ type: 'build', id: `${i}`, ref })),
          { type: 'builds', id: 'no', ref: { ...builds[0], name: 'nothere' } },
        ],
      }),
    });
    const seen = new Set<string>();
    for await (const message of ndjson<{ id: string }>(response)) {
      expect(complaints(said, message)).toBe('');
      seen.add(message.id);
      if (seen.size === builds.length + 2) break;
    }
  });

  it('for polls, by GET and by POST', async () => {
    const topics = [
      { type: 'workloads', id: 'list', query: {} },
      {
        type: 'build',
        id: 'no',
        ref: { cluster: 'build', namespace: 'no', name: 'such' },
      },
    ];
    const answers = await Promise.all([
      chain.fetch(
        `/v1/poll?${new URLSearchParams({ topics: JSON.stringify(topics) })}`,
      ),
      chain.fetch('/v1/poll', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ topics, wait: 0 }),
      }),
    ]);
    const said = schemaOf('/v1/poll', 'get', 200, 'application/json');
    for (const answer of answers) {
      const body = (await answer.json()) as PollAnswer;
      expect(complaints(said, body)).toBe('');
      expect(body.messages.map(({ type }) => type)).toEqual(['view', 'error']);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it.each([
    ['no topics', ''],
    ['topics that are not JSON', 'topics=%5B'],
    ['topics that are none', 'topics=[1]'],
    ['two topics of one id', `topics=${twice}`],
    ['a wait that is too long', `topics=${twice}&wait=26000`],
    ['more than fits into a query', `topics=${'x'.repeat(3_001)}`],
  ])('for a poll with %s', async (_, query) => {
    const response = await chain.fetch(`/v1/poll?${query}`);
    expect(response.status).toBe(400);
    const ref = schemaOf('/v1/poll', 'get', 400, 'application/json');
    expect(complaints(ref, await response.json())).toBe('');
  });

  it.each([
    ['no topics', '{"topics":[]}', 400],
    ['no JSON', '{', 400],
    ['too much', `{"topics":"${'x'.repeat(70_000)}"}`, 413],
  ])('for a request with %s', async (_, body, status) => {
    const response = await chain.fetch('/v1/stream', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    expect(response.status).toBe(status);
    const ref = schemaOf('/v1/stream', 'post', status, 'application/json');
    expect(complaints(ref, await response.json())).toBe('');
  });
});
