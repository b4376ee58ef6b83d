import {
  type ConfigFacts,
  type ConfigFile,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { parseAllDocuments } from 'yaml';
import { cutText } from '../../model/objects/cutText';
import type { ValuesShown } from '../../model/ValuesShown';
import { hideEnvValues } from '../../model/words/hideEnvValues';
import { goYaml } from '../goYaml';
import type { InspectedStage, StageInspector } from '../StageInspector';

/** Characters of one file, and of all together, in a view that is told anew at every change. All of it is in the YAML. */
const FILE_MAX = 64 * 1024;
const FILES_MAX = 20;

/** ConfigMap: files of configuration that are handed on and on until they are written. */
export const configMap: StageInspector = {
  group: '',
  kind: 'ConfigMap',
  inspect: it => {
    const data = Object.entries(textsOf(it.object.raw('data')));
    const facts: ConfigFacts = {
      kind: 'config',
      files: data
        .slice(0, FILES_MAX)
        .map(([name, text]) => fileOf(name, text, it.values)),
      handedOn: handedOn(it),
    };
    return { facts };
  },
};

function fileOf(name: string, text: string, values: ValuesShown): ConfigFile {
  const shown = values === 'shown' ? text : hideEnvValues(text);
  return {
    name,
    text: cutText(shown, FILE_MAX),
    cut: shown.length > FILE_MAX,
    redacted: shown !== text,
    objects: objectsIn(text),
  };
}

/** The Kubernetes objects in a file; none where it is something else. */
function objectsIn(text: string): string[] {
  if (text.length > FILE_MAX || !/^ *kind:/m.test(text)) return [];
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  return [...documents].slice(0, 50).flatMap(document => {
    const at = (...path: string[]) => {
      const value: unknown = document.getIn(path);
      return typeof value === 'string' ? value : undefined;
    };
    const kind = at('kind');
    if (kind === undefined) return [];
    const group = at('apiVersion')?.split('/').slice(0, -1)[0];
    const name = at('metadata', 'name');
    return [
      [group ? `${kind}.${group}` : kind, name].filter(Boolean).join(' '),
    ];
  });
}

/** Cartographer tells the digest of what it handed on: of all the files, or of one. */
function handedOn({
  object,
  stage,
  sha256,
}: InspectedStage): ConfigFacts['handedOn'] {
  const digests = stage.outputs.flatMap(each => each.digest ?? []);
  if (!sha256 || digests.length === 0) return 'unknown';
  const data = textsOf(object.raw('data'));
  return [data, ...Object.values(data)].some(each =>
    digests.includes(sha256(goYaml(each))),
  )
    ? 'proved'
    : 'unproved';
}

function textsOf(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter(
      (each): each is [string, string] => typeof each[1] === 'string',
    ),
  );
}
