import { z } from 'zod';

/** RFC 1123 labels joined by dots: the longest form that a name in a path of the API server may have. */
const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** Cluster names are an operator's free choice; only what no header can carry is refused. Looked up, never put into a URL. */
const HEADER_SAFE = /^[\x20-\x7e\u00a0-\u00ff]+$/;

/** An object as somebody asks for it: nothing that could mean another path or line than it says. */
export const requestedRefSchema = z.object({
  cluster: z.string().max(253).regex(HEADER_SAFE, 'not the name of a cluster'),
  namespace: z
    .string()
    .max(63)
    .regex(LABEL, 'not a name that a namespace can have'),
  name: z
    .string()
    .max(253)
    .regex(SUBDOMAIN, 'not a name that an object can have'),
});
