import type { FieldMatcher } from '../selectors/parseFieldSelector.ts';
import { parseFieldSelector } from '../selectors/parseFieldSelector.ts';
import type { LabelMatcher } from '../selectors/parseLabelSelector.ts';
import { parseLabelSelector } from '../selectors/parseLabelSelector.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { ResourceDefinition } from '../state/ResourceDefinition.ts';
import type { IncludeObject } from '../table/TableRenderer.ts';
import { StatusError } from '../http/StatusError.ts';

/** The query of a list or watch. */
export interface ListOptions {
  /** '' when absent. */
  readonly resourceVersion: string;
  readonly match: '' | 'Exact' | 'NotOlderThan';
  readonly limit: number;
  readonly continue: string;
  readonly timeoutSeconds: number;
  readonly allowWatchBookmarks: boolean;
  readonly sendInitialEvents: boolean | undefined;
  readonly include: IncludeObject;
  readonly selective: boolean;
  matches(object: KubeObject): boolean;
}

/** Reads and validates it, in the API server's words; `streams` as its feature WatchList is. */
export function parseListOptions(
  query: URLSearchParams,
  definition: ResourceDefinition,
  watch: boolean,
  streams: 'on' | 'off' | 'unknown' = 'on',
): ListOptions {
  const labelSelector = query.get('labelSelector') ?? '';
  const fieldSelector = query.get('fieldSelector') ?? '';
  const labels: LabelMatcher | undefined = labelSelector
    ? parseLabelSelector(labelSelector)
    : undefined;
  const fields: FieldMatcher | undefined = fieldSelector
    ? parseFieldSelector(fieldSelector, definition)
    : undefined;
  const sendInitialEvents =
    query.has('sendInitialEvents') && streams !== 'unknown'
      ? bool(query, 'sendInitialEvents')
      : undefined;
  if (sendInitialEvents !== undefined && watch && streams === 'off') {
    throw forbidden(
      'sendInitialEvents',
      'sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
    );
  }
  const resourceVersion = query.get('resourceVersion') ?? '';
  const match = query.get('resourceVersionMatch') ?? '';
  const include = query.get('includeObject') ?? '';
  // Servers that do not know initial events are older than the match, too.
  checkMatch(
    streams === 'unknown' && watch ? '' : match,
    resourceVersion,
    query.get('continue') ?? '',
    watch,
    sendInitialEvents,
  );
  return {
    resourceVersion,
    match: match as ListOptions['match'],
    limit: integer(query, 'limit'),
    continue: query.get('continue') ?? '',
    timeoutSeconds: integer(query, 'timeoutSeconds'),
    allowWatchBookmarks: bool(query, 'allowWatchBookmarks'),
    sendInitialEvents,
    include: include === 'None' || include === 'Object' ? include : 'Metadata',
    selective: Boolean(labels ?? fields),
    matches: object =>
      (!labels || labels(object.metadata.labels ?? {})) &&
      (!fields || fields(object)),
  };
}

function checkMatch(
  match: string,
  version: string,
  token: string,
  watch: boolean,
  sendInitialEvents: boolean | undefined,
): void {
  if (sendInitialEvents !== undefined && !watch) {
    throw forbidden(
      'sendInitialEvents',
      'sendInitialEvents is forbidden for list',
    );
  }
  if (sendInitialEvents !== undefined && match !== 'NotOlderThan') {
    throw forbidden(
      'resourceVersionMatch',
      'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
  if (!match) return;
  if (watch && sendInitialEvents === undefined) {
    throw forbidden(
      'resourceVersionMatch',
      'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    );
  }
  if (!watch && token)
    throw forbidden(
      'resourceVersionMatch',
      'resourceVersionMatch is forbidden when continue is provided',
    );
  if (!watch && !version) {
    throw forbidden(
      'resourceVersionMatch',
      'resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  if (match !== 'Exact' && match !== 'NotOlderThan') {
    throw invalid(
      'resourceVersionMatch',
      'FieldValueNotSupported',
      `Unsupported value: ${JSON.stringify(
        match,
      )}: supported values: "Exact", "NotOlderThan", ""`,
    );
  }
  if (match === 'Exact' && version === '0') {
    throw forbidden(
      'resourceVersionMatch',
      'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
    );
  }
}

function forbidden(field: string, why: string): StatusError {
  return invalid(field, 'FieldValueForbidden', `Forbidden: ${why}`);
}

function invalid(field: string, reason: string, message: string): StatusError {
  return StatusError.invalid(
    { group: 'meta.k8s.io', kind: 'ListOptions' },
    '',
    [{ reason, message, field }],
  );
}

function integer(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '';
  if (!text) return 0;
  if (/^[+-]?\d+$/.test(text)) return Math.max(0, Number(text));
  throw StatusError.badRequest(
    `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
  );
}

/** conversion.Convert_Slice_string_To_bool: everything but "false" and "0" is true. */
function bool(query: URLSearchParams, name: string): boolean {
  const text = query.get(name);
  return text !== null && text.toLowerCase() !== 'false' && text !== '0';
}
