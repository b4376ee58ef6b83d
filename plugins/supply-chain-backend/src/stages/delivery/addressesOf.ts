import type { AddressView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Fields } from '../../model/objects/Fields';
import { readConditions } from '../../model/objects/readConditions';
import { present } from '../../model/objects/present';
import { metaOf } from '../metaOf';
import { webUrl } from '../webUrl';
import { shownOutput } from './shownOutput';

/** Addresses shown of one delivery. */
const SHOWN = 20;

/** The kinds that say where an app is reached. */
export type AddressKind = 'Service' | 'HTTPRoute' | 'Ingress';

/** Where an object says that the app behind it is reached. */
export function addressesOf(
  kind: AddressKind,
  objects: readonly unknown[],
): readonly AddressView[] {
  return objects
    .flatMap(raw => {
      const name = metaOf(raw)?.name;
      if (name === undefined) return [];
      return READERS[kind](new Fields(raw)).map(each =>
        present({ kind, name, ...each }),
      );
    })
    .slice(0, SHOWN);
}

type Found = Partial<Omit<AddressView, 'kind' | 'name'>> & {
  readonly host: string;
};

const READERS: Record<AddressKind, (object: Fields) => readonly Found[]> = {
  /** Knative's own, of serving.knative.dev. */
  Service: object => {
    const status = object.object('status');
    const url = webUrl(status.text('url'));
    return url === undefined
      ? []
      : [{ host: new URL(url).host, url, ...revisionsOf(status) }];
  },
  /** Which scheme its listener has, only the Gateway knows. */
  HTTPRoute: object =>
    object
      .object('spec')
      .texts('hostnames')
      .map(host => ({ host })),
  Ingress: object => {
    const spec = object.object('spec');
    const secure = new Set(spec.list('tls').flatMap(tls => tls.texts('hosts')));
    const hosts = new Set(
      spec.list('rules').flatMap(rule => rule.text('host') ?? []),
    );
    return [...hosts].map(host => ({
      host,
      url: host.includes('*')
        ? undefined
        : webUrl(`${secure.has(host) ? 'https' : 'http'}://${host}`),
    }));
  },
};

/** A Service goes on serving the revision before one that does not come up. */
function revisionsOf(status: Fields): Partial<AddressView> {
  const serves = status.text('latestReadyRevisionName');
  const newest = status.text('latestCreatedRevisionName');
  if (newest === undefined || newest === serves) return present({ serves });
  const ready = readConditions(status).find(each => each.type === 'Ready');
  return present({
    serves,
    newest,
    newestSays: shownOutput(ready?.message),
  });
}
