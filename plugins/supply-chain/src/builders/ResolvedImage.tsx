import { ShortImage } from './ShortImage';
import { usePageStyles } from '../frame/usePageStyles';

/** An image as it was asked for, and what that was when kpack looked last. */
export function ResolvedImage({
  asked,
  image,
  what,
}: {
  asked?: string | undefined;
  image?: string | undefined;
  what: string;
}) {
  const { mono } = usePageStyles();
  return (
    <>
      <div className={mono}>{asked}</div>
      <ShortImage image={image} what={what} />
    </>
  );
}
