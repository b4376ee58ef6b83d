import {
  apiErrorAnswerSchema,
  apiPaths,
  logMessageSchema,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { KubeObject } from 'demo-cluster';
import { ndjson } from './ndjson';
import type { SupplyChain } from './startSupplyChain';

interface Kind {
  readonly group: string;
  readonly plural: string;
}

/** Logs of what the build cluster of a demo ran: as our API gives them, and as kubectl reads them. */
export class RunLogs {
  constructor(private readonly chain: SupplyChain) {}

  /** `namespace`: undefined for any. */
  recorded(
    kind: Kind,
    namespace: string | undefined,
    start: string,
  ): KubeObject {
    const found = this.chain.demo.build.state
      .list(kind, { ...(namespace !== undefined && { namespace }) })
      .items.find(({ metadata }) => metadata.name.startsWith(start));
    if (!found) throw new Error(`No ${kind.plural} of ${start} was recorded`);
    return found;
  }

  pathOf(
    { group, plural }: Kind,
    { metadata: { name, namespace = '' } }: KubeObject,
  ): string {
    return apiPaths.runLogs(
      { cluster: 'build', namespace, name },
      `${plural}.${group}`,
    );
  }

  /** As `kubectl logs -c step-…` reads it. */
  async kubectl(namespace: string, pod: string, step: string): Promise<string> {
    const { build, tokens } = this.chain.demo;
    const response = await fetch(
      `${build.url}/api/v1/namespaces/${namespace}/pods/${pod}/log?container=step-${step}`,
      { headers: { Authorization: `Bearer ${tokens.admin}` } },
    );
    expect(response.status).toBe(200);
    return response.text();
  }

  async answer(path: string): Promise<{ status: number; text: string }> {
    const response = await this.chain.fetch(path);
    return { status: response.status, text: await response.text() };
  }

  async refusal(
    path: string,
  ): Promise<{ status: number; code: string; says: string }> {
    const { status, text } = await this.answer(path);
    const { error } = apiErrorAnswerSchema.parse(JSON.parse(text));
    return { status, code: error.code, says: error.message };
  }

  /** Everything that is told from the beginning, or from a cursor, to the end. */
  async follow(path: string, from = ''): Promise<LogMessage[]> {
    const query = from && `&from=${encodeURIComponent(from)}`;
    const response = await this.chain.fetch(`${path}?follow${query}`);
    const messages: LogMessage[] = [];
    for await (const message of ndjson(response)) {
      messages.push(logMessageSchema.parse(message));
    }
    return messages;
  }
}
