import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultResources } from './catalog/defaultResources.ts';
import { answerControl } from './control/answerControl.ts';
import { startControlServer } from './control/startControlServer.ts';
import { HealthWords } from './controllers/HealthWords.ts';
import type { FaultKnobs } from './faults/FaultKnobs.ts';
import { cryptoRandom } from './play/cryptoRandom.ts';
import type { Random } from './play/Random.ts';
import { ScriptLibrary } from './play/ScriptLibrary.ts';
import { Tempo } from './play/Tempo.ts';
import { at } from './json/at.ts';
import { numberAt } from './json/numberAt.ts';
import { defaultRecording } from './recording/defaultRecording.ts';
import { PackedFiles } from './recording/PackedFiles.ts';
import { packagedRecordings } from './recording/packagedRecordings.ts';
import { readRecording } from './recording/readRecording.ts';
import { recordingDirectory } from './recording/recordingDirectory.ts';
import type { Recording } from './recording/Recording.ts';
import { readRecordedImages } from './registry/readRecordedImages.ts';
import { RegistryContent } from './registry/RegistryContent.ts';
import { startRegistry } from './registry/startRegistry.ts';
import { storeImage } from './registry/storeImage.ts';
import { startApiServer } from './startApiServer.ts';
import type { RunningApiServer } from './startApiServer.ts';
import type { Clock } from './state/Clock.ts';
import { ClusterState } from './state/ClusterState.ts';
import { ResourceCatalog } from './state/ResourceCatalog.ts';
import { systemClock } from './state/systemClock.ts';
import { catalogOf } from './world/catalogOf.ts';
import { demoUsers } from './world/demoUsers.ts';
import type { DemoUser } from './world/demoUsers.ts';
import { imagePolicies } from './world/imagePolicies.ts';
import { keepSlowBuildRunning } from './world/keepSlowBuildRunning.ts';
import { populate } from './world/populate.ts';
import { showImages } from './world/showImages.ts';
import { World } from './world/World.ts';

export interface DemoClustersOptions {
  /** Name of a packaged recording or a directory; run1 unless given. */
  readonly recording?: string;
  /** Absent or 0: any free one. */
  readonly ports?: {
    readonly build?: number;
    readonly run?: number;
    readonly control?: number;
    readonly registry?: number;
  };
  /** A registry, and kpack Images whose signatures are in it: a good one, a forged one, and one without. Off unless asked for. */
  readonly registry?: boolean;
  /** How many times faster than recorded things go on; 1 unless given. */
  readonly speed?: number;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Ends everything, as `close` does. */
  readonly signal?: AbortSignal;
  /** Keeps one slow build under way. Off unless asked for: tests want a cluster at rest. */
  readonly autoplay?: boolean;
  readonly logger?: { error(message: string): void };
}

export interface DemoCluster {
  readonly url: string;
  readonly server: RunningApiServer;
  readonly state: ClusterState;
  readonly faults: FaultKnobs;
}

export interface DemoClusters {
  readonly build: DemoCluster;
  readonly run: DemoCluster;
  readonly control: { readonly url: string };
  readonly registry: RunningRegistry | undefined;
  readonly world: World;
  readonly recording: Recording;
  /** Bearer tokens by user. */
  readonly tokens: Readonly<Record<DemoUser['name'], string>>;
  /** Resolves when all servers, timers and subscriptions are gone. */
  close(): Promise<void>;
}

export interface RunningRegistry {
  readonly url: string;
  readonly content: RegistryContent;
  /** PEM of the key that signed what is in it. */
  readonly publicKey: string;
}

/** Starts the build and the run cluster as a recording left them, alive, with their control endpoint. */
export async function startDemoClusters(
  options: DemoClustersOptions = {},
): Promise<DemoClusters> {
  options.signal?.throwIfAborted();
  const clock = options.clock ?? systemClock;
  const directory = recordingDirectory(options.recording ?? defaultRecording);
  const recording = readRecording(directory);
  const catalog = catalogOf(recording.end, defaultResources);
  const newState = () =>
    new ClusterState({ clock, resources: new ResourceCatalog(catalog) });
  const states = { build: newState(), run: newState() };
  populate(states, recording, clock.now());
  const library = [() => recording, ...others(directory)];

  const ending = new AbortController();
  const world = new World({
    ...states,
    tempo: new Tempo({
      ...{ clock, signal: ending.signal, speed: options.speed ?? 1 },
    }),
    random: options.random ?? cryptoRandom,
    scripts: new ScriptLibrary(library),
    words: new HealthWords(() => recording.changes()),
  });

  const servers: { close(): Promise<void> }[] = [];
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= (async () => {
      ending.abort(new Error('The demo clusters are closing'));
      options.signal?.removeEventListener('abort', abort);
      world.close();
      await Promise.all(servers.map(server => server.close()));
      await world.settled();
    })());
  const abort = () => void close();
  options.signal?.addEventListener('abort', abort, { once: true });

  const serve = async (name: 'build' | 'run'): Promise<DemoCluster> => {
    const server = await startApiServer({
      ...{ state: states[name], clock },
      tokens: demoUsers,
      port: options.ports?.[name] ?? 0,
      ...(options.logger && { logger: options.logger }),
    });
    servers.push(server);
    const { url, faults } = server;
    return { url, server, faults, state: states[name] };
  };
  const serveRegistry = async (
    recordings: readonly (() => Recording)[],
  ): Promise<RunningRegistry> => {
    const { images, publicKey } = readRecordedImages();
    const content = new RegistryContent();
    for (const image of showImages(states, images, recordings, clock.now()))
      storeImage(content, image);
    for (const policy of imagePolicies(images, publicKey))
      states.run.apply(
        { group: 'policy.sigstore.dev', plural: 'clusterimagepolicies' },
        policy,
      );
    const port = options.ports?.registry ?? 0;
    const server = await startRegistry({ content, port });
    servers.push(server);
    return { url: server.url, content, publicKey };
  };
  try {
    const build = await serve('build');
    const run = await serve('run');
    const controlled = { world, clusters: { build, run } };
    const control = await startControlServer({
      answer: (...order) => answerControl(controlled, ...order),
      port: options.ports?.control ?? 0,
    });
    servers.push(control);
    const registry = options.registry
      ? await serveRegistry(library)
      : undefined;
    if (options.autoplay) {
      // What fails in the background is among the world's failures.
      world.resume().catch(() => {});
      void keepSlowBuildRunning(world, ending.signal);
    }
    return {
      ...{ build, run, world, recording, close },
      control: { url: control.url },
      registry,
      tokens: tokensByUser(),
    };
  } catch (error) {
    await close();
    throw explain(error, options.ports ?? {});
  }
}

/** A taken port is the one thing that goes wrong at a start: it is named, with what to do. */
function explain(
  error: unknown,
  ports: NonNullable<DemoClustersOptions['ports']>,
): unknown {
  if (at(error, 'code') !== 'EADDRINUSE') return error;
  const taken = numberAt(error, 'port');
  const name = Object.entries(ports).find(([, port]) => port === taken);
  return new Error(
    `Port ${taken} (${
      name?.[0] ?? 'demo'
    }) is taken: end what listens there, or choose another one with --port-${
      name?.[0] ?? 'build'
    }`,
    { cause: error },
  );
}

/** Where the served recording has no run of a kind, those packed with the demo may have one. */
function others(directory: string): (() => Recording)[] {
  const packed = packagedRecordings();
  if (!packed || !existsSync(packed)) return [];
  return readdirSync(packed)
    .map(name => join(packed, name))
    .filter(path => path !== directory && PackedFiles.in(path))
    .map(path => () => readRecording(path));
}

function tokensByUser(): DemoClusters['tokens'] {
  const tokens = { backstage: '', limited: '', admin: '', viewer: '' };
  for (const { name, token } of demoUsers) tokens[name] = token;
  return tokens;
}
