/** Cartographer puts it on everything that it stamps: for which resource of the chain. */
export const RESOURCE_NAME = 'carto.run/resource-name';
