import {
  topicSchema,
  type Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { AskedByItself } from '../everyKindRead';
import type { UpstreamRequest } from '../fakeKubernetesPlugin';
import type { RunningPlugin } from '../startPlugin';
import type { Example } from './Example';
import { saidOf, type Said } from './saidOf';
import type { Named, Team, Thing } from './Team';

/** A topic of each type: about a thing of a team, or with fields of its own. */
export type TopicExamples = Readonly<
  Record<string, { readonly about: Thing } | { readonly with: object }>
>;

/** One way to ask one route. */
export interface Step {
  readonly route: string;
  readonly example: Example;
}

/** What was told, and what was done for it. */
export interface Walked extends Said {
  readonly asked: readonly string[];
  readonly upstream: readonly UpstreamRequest[];
}

/** Asks routes about a team, and notes what that made the plugin do. */
export class Walk {
  constructor(
    private readonly options: {
      readonly plugin: RunningPlugin;
      readonly byItself: AskedByItself;
      readonly topics: TopicExamples;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ) {}

  async step(
    { route, example }: Step,
    team: Team,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Walked> {
    const { byItself, headers, plugin } = this.options;
    const { path, ids, init } = this.#request(route, example, team);
    const [asked, upstream] = [
      plugin.permissionsAsked.length,
      plugin.upstream.length,
    ];
    const response = await plugin.fetch(path, {
      ...init,
      headers: { ...init.headers, ...headers, ...more },
    });
    return {
      ...(await saidOf(response, ids)),
      asked: plugin.permissionsAsked.slice(asked),
      upstream: plugin.upstream.slice(upstream).filter(each => !byItself(each)),
    };
  }

  #request(
    route: string,
    example: Example,
    team: Team,
  ): {
    path: string;
    ids: ReadonlySet<string>;
    init: { method: string; body?: string; headers: Record<string, string> };
  } {
    const [method = '', template = ''] = route.split(' ');
    const json = (body: object) => ({
      ...{ method, body: JSON.stringify(body) },
      headers: { 'Content-Type': 'application/json' },
    });
    const none = { ids: new Set<string>(), init: { method, headers: {} } };
    switch (example.is) {
      case 'for-everybody':
        return { ...none, path: fill(template, example.names) + example.query };
      case 'about': {
        const path = fill(template, team[example.thing]) + example.query;
        return example.body === undefined
          ? { ...none, path }
          : { ...none, path, init: json(example.body) };
      }
      default: {
        const topics = this.#topics(team);
        const ids = new Set(topics.map(({ id }) => id));
        if (method === 'POST') {
          return { path: template, ids, init: json({ topics }) };
        }
        const query = new URLSearchParams({ topics: JSON.stringify(topics) });
        return { ...none, path: `${template}?${query}`, ids };
      }
    }
  }

  /** One of each type. */
  #topics(team: Team): Topic[] {
    return Object.entries(this.options.topics).map(([type, example]) => {
      const about = 'about' in example ? team[example.about] : undefined;
      return topicSchema.parse({
        ...{ type, id: type },
        ...('with' in example && example.with),
        ...(about && { ...about, ref: about }),
      });
    });
  }
}

function fill(template: string, names: Named): string {
  return template.replace(/:(\w+)/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) {
      throw new Error(
        `The example for ${template} does not say what ${name} is`,
      );
    }
    return encodeURIComponent(value);
  });
}
