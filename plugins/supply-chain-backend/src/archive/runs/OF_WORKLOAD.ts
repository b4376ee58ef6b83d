/** Cartographer puts it on everything that it stamps for a workload; not all that comes of that has it. */
export const OF_WORKLOAD = 'carto.run/workload-name';
