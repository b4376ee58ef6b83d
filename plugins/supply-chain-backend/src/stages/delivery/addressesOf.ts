import type { AddressView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Fields } from '../../model/objects/Fields';
import { present } from '../../model/objects/present';
import { metaOf } from '../metaOf';
import { webUrl } from '../webUrl';

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

type Found = { readonly host: string; readonly url?: string | undefined };

const READERS: Record<AddressKind, (object: Fields) => readonly Found[]> = {
  /** Knative's own, of serving.knative.dev. */
  Service: object => {
    const url = webUrl(object.object('status').text('url'));
    return url === undefined ? [] : [{ host: new URL(url).host, url }];
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
