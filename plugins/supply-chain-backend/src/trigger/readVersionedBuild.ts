import type { BuildObject } from '../model/objects/BuildObject';
import { Fields } from '../model/objects/Fields';
import { readBuild } from '../model/objects/readBuild';
import { Unreadable } from '../model/objects/Unreadable';

/** A Build with the version that a patch of it has to name. */
export interface VersionedBuild {
  readonly build: BuildObject;
  readonly resourceVersion: string | undefined;
}

/** None of an object that cannot be read: without a name it can be neither patched nor newer. */
export function readVersionedBuild(raw: unknown): VersionedBuild | readonly [] {
  try {
    const build = readBuild(raw);
    const metadata = new Fields(raw).object('metadata');
    return { build, resourceVersion: metadata.text('resourceVersion') };
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}
