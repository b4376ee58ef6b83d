import { Fragment } from 'react';

/** Text that may go on in the next line after a dot, colon, slash or at sign: tags and references have no spaces. */
export function Breakable({ text }: { text: string }) {
  return (
    <>
      {text.split(/(?<=[.:/@])(?=\S)/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
