import { Copyable } from '../panel/Copyable';
import { shortDigest } from './shortDigest';
import { usePageStyles } from '../frame/usePageStyles';

/** An image in its short form; the whole reference on hover, and to copy. */
export function ShortImage({
  image,
  what,
}: {
  image: string | undefined;
  /** Its name, for those who hear several of these. */
  what: string;
}) {
  const { mono } = usePageStyles();
  if (image === undefined) return null;
  return (
    <Copyable text={image} what={what}>
      <span className={mono} title={image}>
        {shortDigest(image)}
      </span>
    </Copyable>
  );
}
