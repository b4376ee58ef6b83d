import type {
  MetricAttributes,
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceObservable,
} from '@backstage/backend-plugin-api/alpha';
import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type { AskedFor } from '../clusters/errors/AskedFor';
import type { RequestOutcome } from '../clusters/RequestOutcome';
import type { LiveCopy } from '../watch/LiveCopy';

/** Numbers that others keep anyway, read when metrics are collected. */
export interface MeasuredNumbers {
  readonly openStreams: () => number;
  readonly logUpstreams: () => number;
  readonly logViewers: () => number;
  /** Where logs are archived. */
  readonly archive?:
    | {
        /** Milliseconds since the epoch; undefined when all is well. */
        readonly failingSince: number | undefined;
        /** Builds that are still to be looked at. */
        readonly waiting: number;
      }
    | undefined;
  /** Since the start: rows and views taken as they were, and those derived anew. */
  readonly views?:
    | (() => { readonly hits: number; readonly misses: number })
    | undefined;
}

/**
 * What is measured. Attributes are few and bounded by configuration: clusters and kinds, never a namespace, an object or
 * a person. Collecting reads what is known and asks no cluster anything.
 */
export class SupplyChainMetrics {
  readonly #metrics: MetricsService;
  readonly #requests: MetricsServiceCounter;
  readonly #registryRequests: MetricsServiceCounter;
  readonly #stops: (() => void)[] = [];

  constructor(metrics: MetricsService) {
    this.#metrics = metrics;
    this.#requests = metrics.createCounter('supply_chain.kubernetes.requests', {
      description:
        'Requests to clusters through the kubernetes plugin, by how they began',
      unit: '{request}',
    });
    this.#registryRequests = metrics.createCounter(
      'supply_chain.registry.requests',
      {
        description: 'Questions to image registries, by what came of them',
        unit: '{request}',
      },
    );
  }

  /** Told of every request to a cluster. */
  readonly request = (
    { cluster, verb, resource }: AskedFor,
    outcome: RequestOutcome,
  ): void => {
    this.#requests.add(1, { cluster, verb, resource, outcome });
  };

  /** Told of every question to a registry that is configured. */
  readonly registryRequest = (host: string, outcome: string): void => {
    this.#registryRequests.add(1, { host, outcome });
  };

  observe(
    copy: Pick<LiveCopy, 'clusters'>,
    clock: Pick<Clock, 'now'>,
    numbers: MeasuredNumbers,
  ): void {
    const eachKind =
      (value: (kind: KindHealth) => number | undefined) => (tell: Tell) => {
        for (const { name: cluster, kinds } of copy.clusters()) {
          for (const kind of kinds) {
            const found = value(kind);
            const { resource } = kind;
            if (found !== undefined) tell(found, { cluster, resource });
          }
        }
      };
    this.#gauge(
      'supply_chain.copy.age',
      's',
      'Since a cluster confirmed the live copy of a kind for the last time',
      eachKind(({ seenAt }) =>
        seenAt === undefined
          ? undefined
          : Math.max(0, clock.now() - Date.parse(seenAt)) / 1000,
      ),
    );
    this.#gauge(
      'supply_chain.copy.objects',
      '{object}',
      'Objects in the live copy',
      eachKind(({ objects }) => objects),
    );
    this.#gauge(
      'supply_chain.copy.unreadable',
      '{object}',
      'Objects whose shape could not be read',
      eachKind(({ unreadable }) => unreadable),
    );
    this.#gauge(
      'supply_chain.streams.open',
      '{stream}',
      'Streams, polls and log readings under way',
      tell => tell(numbers.openStreams()),
    );
    this.#gauge(
      'supply_chain.logs.upstreams',
      '{container}',
      'Containers whose log is read or held, whatever the number of viewers',
      tell => tell(numbers.logUpstreams()),
    );
    this.#gauge(
      'supply_chain.logs.viewers',
      '{viewer}',
      'Readers of those logs',
      tell => tell(numbers.logViewers()),
    );
    const { archive } = numbers;
    if (archive) {
      this.#gauge(
        'supply_chain.archive.failing',
        's',
        'For how long logs cannot be archived, or read from the archive; 0 when all is well',
        tell => {
          const { failingSince = clock.now() } = archive;
          tell(Math.max(0, clock.now() - failingSince) / 1000);
        },
      );
      this.#gauge(
        'supply_chain.archive.waiting',
        '{build}',
        'Builds that are still to be looked at for what there is to archive',
        tell => tell(archive.waiting),
      );
    }
    const { views } = numbers;
    if (!views) return;
    this.#observe(
      this.#metrics.createObservableCounter('supply_chain.views.reads', {
        description: 'Views read, by whether they were there already',
        unit: '{view}',
      }),
      tell => {
        const { hits, misses } = views();
        tell(hits, { result: 'hit' });
        tell(misses, { result: 'miss' });
      },
    );
  }

  /** Nothing is observed any more. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #gauge(
    name: string,
    unit: string,
    description: string,
    read: (tell: Tell) => void,
  ): void {
    this.#observe(
      this.#metrics.createObservableGauge(name, { description, unit }),
      read,
    );
  }

  #observe(
    instrument: MetricsServiceObservable,
    read: (tell: Tell) => void,
  ): void {
    const callback: Parameters<
      MetricsServiceObservable['addCallback']
    >[0] = result => read((value, of) => result.observe(value, of));
    instrument.addCallback(callback);
    this.#stops.push(() => instrument.removeCallback(callback));
  }
}

type Tell = (value: number, of?: MetricAttributes) => void;
