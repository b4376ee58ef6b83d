/** Bytes of one object as JSON. etcd refuses requests above 1.5 MiB; JSON of it can be some times that. */
export const LONGEST_OBJECT = 32 * 1024 * 1024;
