import { z } from 'zod';

/** `plural.group`, `plural` for the core group: DNS-1123 labels joined by dots, so that it can mean no other path. */
export const requestedResourceSchema = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    'not the name of a resource, such as images.kpack.io',
  );
