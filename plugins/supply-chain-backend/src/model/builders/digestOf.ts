/** `sha256:...` of an image reference. References of one image differ: kpack pushes a copy of the run image beside each builder. */
export function digestOf(image: string | undefined): string | undefined {
  return /@(\w+:[0-9a-f]+)$/.exec(image ?? '')?.[1];
}
