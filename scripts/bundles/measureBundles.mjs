import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rspack } from '@rspack/core';

/** What every Backstage app has loaded before it shows a page. */
const OF_THE_APP =
  /^(react|react-dom|react-router|react-router-dom|@material-ui\/|@backstage\/)/;

/**
 * Bundles the frontend plugin as Backstage bundles apps, and weighs what is loaded later: bytes after gzip, by the request of
 * the `import()` that loads it (`./LogViewer`), all that it needs included.
 */
export async function measureBundles({ root }) {
  const path = mkdtempSync(join(tmpdir(), 'bundles-'));
  try {
    const { chunks } = await bundle(root, path);
    const sizes = new Map();
    for (const { files, origins } of chunks) {
      const bytes = files
        .map(file => gzipSync(readFileSync(join(path, file))).length)
        .reduce((sum, size) => sum + size, 0);
      for (const request of new Set(origins.map(origin => origin.request)))
        sizes.set(request, (sizes.get(request) ?? 0) + bytes);
    }
    return sizes;
  } finally {
    rmSync(path, { recursive: true });
  }
}

function bundle(root, path) {
  const compiler = rspack({
    mode: 'production',
    devtool: false,
    context: join(root, 'plugins', 'supply-chain'),
    entry: './src/index.ts',
    resolve: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.jsx', '.json'],
      mainFields: ['browser', 'module', 'main'],
    },
    output: { path, module: true, library: { type: 'module' } },
    externalsType: 'module',
    externals: [
      ({ request = '' }, done) =>
        OF_THE_APP.test(request) ? done(undefined, request) : done(),
    ],
    experiments: { outputModule: true },
    // As Backstage's own: what two pages share is not put into a third file.
    optimization: { splitChunks: { cacheGroups: { default: false } } },
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
      ],
    },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const problem =
        error ??
        (stats.hasErrors() && new Error(stats.toString('errors-only')));
      const result =
        problem ||
        stats.toJson({ all: false, chunks: true, chunkOrigins: true });
      compiler.close(() => (problem ? reject(problem) : resolve(result)));
    });
  });
}
