import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Substitution } from './Substitution.ts';

const hex = (length: number) =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));

describe('Substitution', () => {
  it.each([
    ['whole words only', 'a-build-1 a-build-10', 'b-build-7 a-build-10'],
    ['inside references', 'x/a-build-1:tag', 'x/b-build-7:tag'],
    ['before further parts', 'a-build-1-build-pod', 'b-build-7-build-pod'],
  ])('replaces %s', (_, text, replaced) => {
    const swap = new Substitution([['a-build-1', 'b-build-7']]);
    expect(swap.text(text)).toBe(replaced);
  });

  it('replaces all at once: what is new here may be old there', () => {
    const swap = new Substitution([
      ['one', 'two'],
      ['two', 'three'],
    ]);
    expect(swap.text('one two')).toBe('two three');
  });

  it('looks into base64, and into gzip in base64', () => {
    const swap = new Substitution([['sha256:aaaa', 'sha256:bbbb']]);
    const text = '{"image":"repo@sha256:aaaa","more":"to be long enough"}';
    const plain = Buffer.from(text).toString('base64');
    const zipped = gzipSync(text).toString('base64');
    const wanted = text.replace('aaaa', 'bbbb');
    expect(Buffer.from(swap.text(plain), 'base64').toString()).toBe(wanted);
    expect(
      gunzipSync(Buffer.from(swap.text(zipped), 'base64')).toString(),
    ).toBe(wanted);
  });

  it('leaves no old value in any JSON, and no JSON invalid', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.uniqueArray(hex(40), { minLength: 1, maxLength: 3 }),
        hex(64),
        (value, commits, digest) => {
          const old = [...commits, `sha256:${digest}`];
          const swap = new Substitution(
            old.map((text, i) => [text, `renewed-${i}`] as const),
          );
          const json = {
            value,
            url: `http://host/${commits[0]}.tar.gz`,
            list: old.map(text => ({ image: `repo@${text}` })),
            inside: JSON.stringify({ old }),
          };
          const replaced = JSON.stringify(swap.value(json));
          for (const text of old) expect(replaced).not.toContain(text);
          expect(JSON.parse(replaced)).toMatchObject({
            value: JSON.parse(JSON.stringify(value)) as object,
          });
        },
      ),
    );
  });

  it('keeps bytes that are no text', () => {
    const swap = new Substitution([['old', 'new']]);
    const bytes = Buffer.from([0xff, 0x20, 0x6f, 0x6c, 0x64, 0x20, 0xfe]);
    expect([...swap.bytes(bytes)]).toEqual([
      ...[0xff, 0x20, 0x6e, 0x65, 0x77, 0x20, 0xfe],
    ]);
  });
});
