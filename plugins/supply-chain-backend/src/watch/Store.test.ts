import { Store } from './Store';
import type { Widget } from './widgets';
import { widget, widgets } from './widgets';

function versioned(object: Record<string, unknown>, resourceVersion: string) {
  const metadata = object.metadata as Record<string, unknown>;
  return { ...object, metadata: { ...metadata, resourceVersion } };
}

describe('Store', () => {
  let store: Store<Widget>;

  beforeEach(() => {
    store = new Store(widgets);
  });

  it('finds objects by name and by index', () => {
    store.put(widget('a', 'red'));
    store.put(widget('b', 'red'));
    store.put(widget('a', 'blue', 'there'));
    expect(store.get('here', 'a')?.colour).toBe('red');
    expect(store.get('there', 'a')?.colour).toBe('blue');
    expect(
      store
        .byIndex('colour', 'red')
        .map(w => w.name)
        .sort(),
    ).toEqual(['a', 'b']);
    expect(store.byIndex('colour', 'green')).toEqual([]);
    expect(store.byIndex('constructor', 'red')).toEqual([]);
    expect([...store.all()]).toHaveLength(3);
  });

  it('moves an object in the indexes when it changes', () => {
    store.put(widget('a', 'red'));
    store.put(widget('a', 'blue'));
    expect(store.byIndex('colour', 'red')).toEqual([]);
    expect(store.byIndex('colour', 'blue')).toHaveLength(1);
    store.remove(widget('a', 'blue'));
    expect(store.byIndex('colour', 'blue')).toEqual([]);
    expect(store.size).toBe(0);
  });

  it('tells which keys changed, and nothing when the same version comes again', () => {
    const a = versioned(widget('a', 'red'), '7');
    expect(store.put(a).keys).toEqual(['here/a']);
    const { version } = store;
    expect(store.put(a)).toEqual({ keys: [], indexed: [] });
    expect(store.version).toBe(version);
    expect(store.put(versioned(widget('a', 'red'), '8')).keys).toEqual([
      'here/a',
    ]);
    expect(store.remove(a).keys).toEqual(['here/a']);
    expect(store.remove(a)).toEqual({ keys: [], indexed: [] });
  });

  it('tells which index entries a change touched: those before and those now', () => {
    expect(store.put(widget('a', 'red')).indexed).toEqual(['colour\nred']);
    expect(store.put(widget('a', 'blue')).indexed).toEqual([
      'colour\nred',
      'colour\nblue',
    ]);
    expect(store.put(widget('a', 7)).indexed).toEqual(['colour\nblue']);
    expect(store.remove(widget('a', 7)).indexed).toEqual([]);
  });

  it('keeps an object through a relist when it has not changed', () => {
    store.put(versioned(widget('a', 'red'), '7'));
    const before = store.get('here', 'a');
    const listing = store.relist();
    listing.add([versioned(widget('a', 'red'), '7')]);
    expect(listing.commit()).toEqual({ keys: [], indexed: [] });
    expect(store.get('here', 'a')).toEqual(before);
  });

  it('shows nothing of a new list, and all of the old, until it is complete', () => {
    store.put(widget('old', 'red'));
    const listing = store.relist();
    listing.add([widget('new', 'blue')]);
    expect([...store.all()].map(w => w.name)).toEqual(['old']);
    expect(listing.commit()).toEqual({
      keys: ['here/old', 'here/new'],
      indexed: ['colour\nred', 'colour\nblue'],
    });
    expect([...store.all()].map(w => w.name)).toEqual(['new']);
  });

  it.each([
    [
      'a wrong type inside',
      widget('odd', 7),
      'odd',
      'spec.colour is not a text',
    ],
    [
      'no spec',
      { metadata: { namespace: 'here', name: 'odd' } },
      'odd',
      'spec.colour is not a text',
    ],
    [
      'no namespace',
      { metadata: { name: 'odd' } },
      'odd',
      'metadata.namespace is missing',
    ],
    [
      'no name',
      { metadata: { uid: 'u' } },
      '(no name)',
      'metadata.name is missing',
    ],
    ['no metadata', { spec: {} }, '(no name)', 'metadata.name is missing'],
    ['null', null, '(no name)', 'metadata.name is missing'],
    ['a text', 'x', '(no name)', 'metadata.name is missing'],
    [
      'names of wrong types',
      { metadata: { name: 1, namespace: {} } },
      '(no name)',
      'metadata.name is missing',
    ],
  ])(
    'names an object with %s as unreadable and goes on',
    (_, raw, name, says) => {
      store.put(raw);
      store.put(widget('good', 'red'));
      expect(store.unreadable()).toEqual([
        expect.objectContaining({ name, says }),
      ]);
      expect(store.unreadableCount).toBe(1);
      expect(store.size).toBe(1);
    },
  );

  it('never repeats the words of an error that it does not know', () => {
    store = new Store({
      ...widgets,
      read: () => {
        throw new Error('secret value in here');
      },
    });
    store.put(widget('odd', 'red'));
    expect(store.unreadable()[0]?.says).toBe('its shape is not known');
  });

  it('forgets that an object was unreadable once it can be read, and the reverse', () => {
    store.put(widget('a', 7));
    expect(store.put(widget('a', 'red')).keys).toEqual(['here/a']);
    expect(store.unreadable()).toEqual([]);
    store.put(widget('a', 8));
    expect(store.get('here', 'a')).toBeUndefined();
    expect(store.byIndex('colour', 'red')).toEqual([]);
    expect(store.unreadableCount).toBe(1);
  });
});
