import type {
  BehindView,
  UpdateView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';
import { isOnItsWay } from './isOnItsWay';
import type { RolledImage } from './RolledImage';
import { runImageName } from './runImageName';

/**
 * What some images still lack: one entry an update, those first that most images lack. When only images are left that kpack
 * does not rebuild before they are repaired, the update is through.
 */
export function rolloutUpdates(images: readonly RolledImage[]): UpdateView[] {
  const updates = new Map<string, { of: BehindView; left: RolledImage[] }>();
  for (const image of images) {
    for (const of of image.view.behind ?? []) {
      const key = JSON.stringify([of.what, of.name, of.to]);
      const known = updates.get(key) ?? { of, left: [] };
      known.left.push(image);
      updates.set(key, known);
    }
  }
  return [...updates.values()]
    .filter(({ left }) => left.some(isOnItsWay))
    .map(({ of, left }) => updateView(of, left, images))
    .sort(
      (a, b) =>
        b.total - b.done - (a.total - a.done) ||
        a.what.localeCompare(b.what) ||
        (a.name ?? '').localeCompare(b.name ?? ''),
    );
}

function updateView(
  of: BehindView,
  left: readonly RolledImage[],
  all: readonly RolledImage[],
): UpdateView {
  const has = all.filter(image => hasIt(of, image));
  const from = left.flatMap(({ view }) =>
    (view.behind ?? []).flatMap(each =>
      each.what === of.what && each.name === of.name ? each.from ?? [] : [],
    ),
  );
  return present({
    what: of.what,
    name: of.name,
    from: [...new Set(from)].sort(),
    to: of.to,
    total: left.length + has.length,
    done: has.length,
    clusters: [
      ...new Set([...left, ...has].map(({ view }) => view.ref.cluster)),
    ].sort(),
  });
}

/** The image was concerned by the update and has it. */
function hasIt(
  { what, name, to }: BehindView,
  { facts: { made }, builder, names, view }: RolledImage,
): boolean {
  if (!made || !builder) return false;
  const lacks = view.behind?.some(
    each => each.what === what && each.name === name,
  );
  if (lacks) return false;
  switch (what) {
    case 'stack':
      return (
        builder.stack === name &&
        made.runImage !== undefined &&
        runImageName(builder, names) === to
      );
    case 'lifecycle':
      return builder.lifecycle === name && made.lifecycle === to;
    default:
      // Of a buildpack that left nobody can tell who used it before.
      return made.buildpacks.some(
        ({ id, version }) => id === name && version === to,
      );
  }
}
