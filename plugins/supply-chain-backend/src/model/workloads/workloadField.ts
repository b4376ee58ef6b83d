import type { WorkloadObject } from '../objects/WorkloadObject';

/** A field of the workload that a selector names by JSONPath. `known` is false for paths that we do not keep. */
export type WorkloadField =
  | { readonly known: true; readonly value: string | undefined }
  | { readonly known: false };

/** `spec.params[?(@.name=="dockerfile")]`, also with `.value` at its end. */
const PARAM = /^spec\.params\[\?\(@\.name ?== ?["']([^"']+)["']\)\](\.value)?$/;

/** `metadata.labels['a.b/c']` or `metadata.labels.a\.b/c` */
const LABEL = /^metadata\.labels(?:\[["'](.+)["']\]|\.(.+))$/;

/** Looks up a selector's path; only those that TAP's and common chains use. */
export function workloadField(
  path: string,
  workload: WorkloadObject,
): WorkloadField {
  const key = path.replace(/^\{?\.?/, '').replace(/\}$/, '');
  const { source, image, params, meta } = workload;

  const [, name, ofValue] = PARAM.exec(key) ?? [];
  if (name) {
    const param = params.find(each => each.name === name);
    return {
      known: true,
      value: param && (ofValue ? param.value : param.value ?? 'set'),
    };
  }
  const [, quoted, escaped] = LABEL.exec(key) ?? [];
  const label = quoted ?? escaped?.replaceAll('\\', '');
  if (label) return { known: true, value: meta.labels[label] };

  switch (key) {
    case 'spec.image':
      return { known: true, value: image };
    case 'spec.source':
      return {
        known: true,
        value: source.git || source.image || source.subPath ? 'set' : undefined,
      };
    case 'spec.source.git':
      return { known: true, value: source.git ? 'set' : undefined };
    case 'spec.source.git.url':
      return { known: true, value: source.git?.url };
    case 'spec.source.git.ref.branch':
      return { known: true, value: source.git?.branch };
    case 'spec.source.image':
      return { known: true, value: source.image };
    case 'spec.source.subPath':
      return { known: true, value: source.subPath };
    case 'spec.serviceAccountName':
      return { known: true, value: workload.serviceAccountName };
    case 'metadata.name':
      return { known: true, value: meta.name };
    case 'metadata.namespace':
      return { known: true, value: meta.namespace };
    default:
      return { known: false };
  }
}
