import { join } from 'node:path';

/**
 * The two programs of the demo, each as a command: the clusters, and Backstage that reads them.
 * Backstage runs from source through the CLI's own transform, as `backstage-cli package start` does,
 * without its watcher: 5 s instead of 9 s until the first answer, measured on 2 cores.
 * @param {{ root: string, node: string, env: NodeJS.ProcessEnv, logs: string }} place
 * @param {{ ports: Record<'backstage' | 'build' | 'run' | 'control' | 'registry', number>, recording?: string, speed?: number, autoplay: boolean }} wish
 */
export function demoProcesses({ root, node, env, logs }, wish) {
  const { ports } = wish;
  return [
    {
      name: 'The demo clusters',
      command: node,
      args: [
        join(root, 'packages', 'demo-cluster', 'src', 'main.ts'),
        'serve',
        ...['--port-build', String(ports.build)],
        ...['--port-run', String(ports.run)],
        ...['--port-control', String(ports.control)],
        ...['--port-registry', String(ports.registry)],
        ...(wish.recording ? ['--recording', wish.recording] : []),
        ...(wish.speed ? ['--speed', String(wish.speed)] : []),
        ...(wish.autoplay ? [] : ['--no-autoplay']),
      ],
      cwd: root,
      env,
      logFile: join(logs, `demo-clusters-${ports.control}.log`),
    },
    {
      name: 'Backstage',
      command: node,
      args: [
        '--enable-source-maps',
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        'src/index.ts',
        ...['--config', join(root, 'app-config.yaml')],
        ...['--config', join(root, 'app-config.demo.yaml')],
      ],
      // Its files and its plugins are found from here.
      cwd: join(root, 'packages', 'backend'),
      env: {
        ...env,
        NODE_ENV: 'production',
        DEMO_PORT: String(ports.backstage),
        DEMO_BUILD_URL: `http://127.0.0.1:${ports.build}`,
        DEMO_RUN_URL: `http://127.0.0.1:${ports.run}`,
        DEMO_REGISTRY_URL: `http://127.0.0.1:${ports.registry}`,
      },
      logFile: join(logs, `backstage-${ports.backstage}.log`),
    },
  ];
}
