import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { defaultRecording } from './defaultRecording.ts';

/**
 * Where this package keeps its recordings. The code runs both as CommonJS (jest) and as ES modules
 * (plain Node), which share no way to ask for one's own place; so: beside the script that was
 * started, or in the workspace around the working directory.
 */
export function packagedRecordings(): string | undefined {
  const script = process.argv[1];
  const places = [
    ...(script ? [join(dirname(resolve(script)), '..')] : []),
    ...ancestors(process.cwd()).flatMap(directory => [
      join(directory, 'packages', 'demo-cluster'),
      join(directory, 'node_modules', 'demo-cluster'),
    ]),
  ];
  return places
    .map(place => join(place, 'recordings'))
    .find(place => existsSync(join(place, defaultRecording)));
}

function ancestors(directory: string): string[] {
  const parent = dirname(directory);
  return parent === directory ? [directory] : [directory, ...ancestors(parent)];
}
