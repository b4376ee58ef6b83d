import { z } from 'zod';

/** The name of a stage as somebody asks for it: Cartographer takes any text, we none that would break a line. */
export const requestedStageSchema = z
  .string()
  .max(253)
  .regex(
    // eslint-disable-next-line no-control-regex -- Control characters are just what it refuses.
    /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]+$/,
    'not a name that a stage can have',
  );
