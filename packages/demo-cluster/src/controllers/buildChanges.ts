import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';

/** One entry of the annotation `image.kpack.io/buildChanges`. */
export interface BuildChange {
  readonly reason: string;
  readonly old: unknown;
  readonly new: unknown;
}

/**
 * Why kpack would build now, in its order (pkg/reconciler/image/build_required.go): COMMIT, CONFIG,
 * BUILDPACK, STACK, LIFECYCLE. TRIGGER comes from an annotation and is put before them by who saw it.
 */
export function buildChanges(
  spec: Readonly<Record<string, unknown>>,
  last: KubeObject | undefined,
  builder: KubeObject | undefined,
): BuildChange[] {
  return [
    ...commit(spec, last),
    ...config(spec, last),
    ...(last && builder ? builtWith(last, builder) : []),
  ];
}

function commit(spec: unknown, last: KubeObject | undefined): BuildChange[] {
  const before = textAt(last, 'spec', 'source', 'git', 'revision');
  const now = textAt(spec, 'source', 'git', 'revision');
  if (before === undefined || now === undefined || before === now) return [];
  return [{ reason: 'COMMIT', old: before, new: now }];
}

function config(spec: unknown, last: KubeObject | undefined): BuildChange[] {
  const old = configuration(last?.spec);
  const next = configuration(spec);
  return JSON.stringify(withoutRevision(old)) ===
    JSON.stringify(withoutRevision(next)) && last
    ? []
    : [{ reason: 'CONFIG', old, new: next }];
}

/** The fields that kpack compares, in the order and with the omissions of its JSON. */
function configuration(spec: unknown): Record<string, unknown> {
  const optional = ['env', 'services', 'cnbBindings'] as const;
  const { env, services, cnbBindings } = Object.fromEntries(
    optional.map(field => [field, listAt(spec, field)]),
  );
  return {
    ...(env?.length ? { env } : undefined),
    resources: at(spec, 'resources') ?? {},
    ...(services?.length ? { services } : undefined),
    ...(cnbBindings?.length ? { cnbBindings } : undefined),
    source: at(spec, 'source') ?? {},
  };
}

/** A moved git revision alone is COMMIT, not CONFIG. */
function withoutRevision(value: Record<string, unknown>): unknown {
  const git = at(value, 'source', 'git');
  if (git === undefined) return value;
  return {
    ...value,
    source: { git: { ...(git as object), revision: '' } },
  };
}

function builtWith(last: KubeObject, builder: KubeObject): BuildChange[] {
  // A failed build says nothing of what it was built with.
  if (textAt(last, 'status', 'latestImage') === undefined) return [];
  const offered = listAt(builder, 'status', 'builderMetadata');
  const gone = listAt(last, 'status', 'buildMetadata')
    .map(used => ({ id: textAt(used, 'id'), version: textAt(used, 'version') }))
    .filter(
      used =>
        !offered.some(
          one =>
            textAt(one, 'id') === used.id &&
            textAt(one, 'version') === used.version,
        ),
    );
  return [
    ...(gone.length ? [{ reason: 'BUILDPACK', old: gone, new: null }] : []),
    ...differ(
      'STACK',
      digestOf(textAt(last, 'status', 'stack', 'runImage')),
      digestOf(textAt(builder, 'status', 'stack', 'runImage')),
    ),
    ...differ(
      'LIFECYCLE',
      textAt(last, 'status', 'lifecycleVersion'),
      textAt(builder, 'status', 'lifecycle', 'version'),
    ),
  ];
}

function differ(
  reason: string,
  old: string | undefined,
  next: string | undefined,
): BuildChange[] {
  return old && next && old !== next ? [{ reason, old, new: next }] : [];
}

function digestOf(image: string | undefined): string | undefined {
  return image?.slice(image.indexOf('@') + 1);
}
