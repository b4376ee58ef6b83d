import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rspack } from '@rspack/core';

/** As Backstage's backend serves an app: scripts and workers from its own origin only. */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

export type Page = { url: string; stop: () => void };

/** Bundles a page of `browser/` with the bundler and the settings that Backstage builds apps with, and serves it. */
export async function buildPage(entry = 'page.tsx'): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-page-'));
  await bundle(folder, entry);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader(
      'Content-Type',
      TYPES[extname(pathname)] ?? TYPES['.html'] ?? '',
    );
    if (extname(pathname) === '.js')
      response.end(readFileSync(join(folder, pathname)));
    else if (extname(pathname) === '')
      response.end(
        '<!doctype html><div id="root"></div><script src="/page.js"></script>',
      );
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}

function bundle(path: string, entry: string): Promise<void> {
  const bundler = rspack({
    mode: 'production',
    devtool: false,
    context: fileURLToPath(new URL('../browser', import.meta.url)),
    entry: { page: `./${entry}` },
    resolve: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.jsx', '.json'],
      mainFields: ['browser', 'module', 'main'],
      fallback: { path: false, util: false, buffer: false, stream: false },
    },
    output: { path, publicPath: '/', filename: '[name].js' },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: {
              target: 'es2023',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        { test: /\.(svg|png|woff2?|ttf|eot)$/, type: 'asset/inline' },
        { test: /\.css$/, type: 'css' },
      ],
    },
    plugins: [
      new rspack.DefinePlugin({
        'process.env.NODE_ENV': '"production"',
        'process.env.APP_CONFIG': '[]',
        'process.env.HAS_REACT_DOM_CLIENT': 'true',
      }),
      new rspack.ProvidePlugin({ process: 'process/browser' }),
    ],
  });
  return new Promise((done, fail) => {
    bundler.run((error, stats) => {
      const problem =
        error ?? (stats?.hasErrors() && stats.toString('errors-only'));
      bundler.close(() =>
        problem ? fail(new Error(String(problem))) : done(),
      );
    });
  });
}
