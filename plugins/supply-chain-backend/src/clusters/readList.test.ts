import fc from 'fast-check';
import { MalformedObject } from './MalformedObject';
import { readList } from './readList';

async function* cut(bytes: Uint8Array, cuts: readonly number[]) {
  const at = [0, ...cuts.map(n => n % (bytes.length + 1)), bytes.length];
  at.sort((a, b) => a - b);
  // Copies, so that nobody can lean on two chunks being neighbours.
  for (const [n, to] of at.slice(1).entries()) {
    yield Uint8Array.from(bytes.subarray(at[n], to));
  }
}

async function read(text: string | Uint8Array, cuts: readonly number[] = []) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const pages = readList(cut(bytes, cuts), {
    pause: () => undefined,
    broken: () => new Error('broken'),
  });
  const items: unknown[] = [];
  let resourceVersion: string | undefined;
  for (;;) {
    const page = await pages.next();
    if (page.done) return { items, resourceVersion, next: page.value };
    items.push(...page.value.items);
    resourceVersion = page.value.resourceVersion ?? resourceVersion;
  }
}

const metadata = { resourceVersion: '7' };
const list = (items: string) =>
  `{"kind":"List","metadata":{"resourceVersion":"7"},"items":${items}}`;

describe('readList', () => {
  it('reads what JSON.parse reads, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 4, noUnicodeString: false })),
        fc.constantFrom(0, 1, 2),
        fc.constantFrom(undefined, 'a/b+c=', '"]},{'),
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
        fc.boolean(),
        fc.array(fc.nat()),
        async (items, indent, next, others, itemsFirst, cuts) => {
          const head = { metadata: { ...metadata, continue: next } };
          // Other fields may have any name but these, which come once.
          delete others.items;
          delete others.metadata;
          const answer = itemsFirst
            ? { ...others, items, ...head }
            : { ...head, ...others, items };
          const text = JSON.stringify(answer, undefined, indent);
          const parsed = JSON.parse(text) as { items: unknown[] };
          expect(await read(text, cuts)).toEqual({
            items: parsed.items,
            resourceVersion: '7',
            next,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never reads a list out of what is none, whatever the bytes', async () => {
    const parts = fc.constantFrom(
      ...['{', '}', '[', ']', '"', '\\', ',', ':', ' ', '1', 'null'],
      ...['"items":[', '"metadata":{"resourceVersion":"7"}', '{"a":"b"}'],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(parts, { maxLength: 14 }),
        fc.array(fc.nat()),
        async (pieces, cuts) => {
          const text = pieces.join('');
          const answer = await read(text, cuts).catch(() => undefined);
          let truth: unknown;
          try {
            truth = JSON.parse(text);
          } catch {
            truth = undefined;
          }
          // What is JSON is read the same; of what is not, single items at most are named malformed.
          if (truth === undefined) {
            expect(
              answer?.items.some(item => item instanceof MalformedObject) ??
                true,
            ).toBe(true);
          } else if (answer) {
            const { items } = truth as { items?: unknown[] | null };
            expect(answer.items).toEqual(items ?? []);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['an empty list', list('[]'), []],
    ['the null that Go writes for an empty list', list('null'), []],
    ['no items at all', '{"metadata":{"resourceVersion":"7"}}', []],
    ['items that are nothing', list('[null, 1,"x" ]'), [null, 1, 'x']],
    [
      'brackets and quotes in texts',
      list('[{"a":"}]\\"{","b":"\\\\"}]'),
      [{ a: '}]"{', b: '\\' }],
    ],
    ['an escaped key', list('[3]').replace('"items"', '"\\u0069tems"'), [3]],
    [
      'a field of the same name elsewhere',
      `{"a":{"items":[1]},"b":["items"],"items":[2],"metadata":{"resourceVersion":"7"}}`,
      [2],
    ],
  ])('reads %s', async (_, text, items) => {
    expect(await read(text)).toMatchObject({ items, resourceVersion: '7' });
  });

  it.each([
    ['nothing', ''],
    ['a table', '{"kind":"Table","metadata":{},"rows":[{}]}'],
    ['a Status', '{"kind":"Status","metadata":{},"code":200}'],
    ['a page of HTML', '<html><body>{"items":[]}</body></html>'],
    ['an array', '[{"items":[]}]'],
    ['a list that was cut off in an item', list('[{"a":1},{"a').slice(0, -1)],
    ['a list that was cut off between items', list('[{"a":1},').slice(0, -1)],
    ['a list without its last brace', list('[{"a":1}]').slice(0, -1)],
    ['a list without a comma', list('[{"a":1}{"a":2}]')],
    ['a list with a comma too many', list('[{"a":1},]')],
    ['a list that begins with a comma', list('[,{"a":1}]')],
    ['two lists in one', list('[{"a":1}],"items":[{"a":2}]')],
    ['items of a wrong type', list('{"a":1}')],
    ['a head without end', `{"a":"${'x'.repeat(300_000)}`],
  ])('refuses %s', async (_, text) => {
    await expect(read(text)).rejects.toThrow('broken');
  });

  it('names a malformed item and goes on with the next', async () => {
    const odd =
      '{"kind":"Build","metadata":{"name":"odd","namespace":"here"},"spec":tru}';
    const { items } = await read(
      list(`[{"a":1},${odd},{"metadata":[1,}},rubbish,{"a":2}]`),
    );
    expect(items).toEqual([
      { a: 1 },
      new MalformedObject({ name: 'odd', namespace: 'here' }, 'it is not JSON'),
      new MalformedObject(undefined, 'it is not JSON'),
      new MalformedObject(undefined, 'it is not JSON'),
      { a: 2 },
    ]);
  });

  it('reads text that is not UTF-8 with signs for what it cannot know', async () => {
    const bytes = Buffer.from(list('[{"a":"?"}]'));
    bytes[bytes.indexOf('?')] = 0xff;
    expect((await read(bytes)).items).toEqual([{ a: '\ufffd' }]);
  });

  it('reads an item of 5 MB in chunks as a network gives them', async () => {
    const item = { a: 'x'.repeat(5_000_000), b: 1 };
    const text = list(`[{"a":1},${JSON.stringify(item)}]`);
    const cuts = Array.from({ length: 300 }, (_, n) => n * 16_384);
    expect((await read(text, cuts)).items).toEqual([{ a: 1 }, item]);
  });

  it('pauses within a chunk of any size', async () => {
    const many = list(`[${Array(3000).fill('{"a":"some text"}').join()}]`);
    let pauses = 0;
    const sizes: number[] = [];
    for await (const { items } of readList(
      cut(Buffer.from(many.repeat(1)), []),
      {
        pause: () => {
          pauses += 1;
        },
        broken: () => new Error('broken'),
      },
    )) {
      sizes.push(items.length);
    }
    expect(pauses).toBe(Math.ceil(many.length / 65_536));
    expect(sizes.reduce((a, b) => a + b)).toBe(3000);
  });
});
