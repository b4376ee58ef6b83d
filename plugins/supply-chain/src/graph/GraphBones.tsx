import { useGraphStyles } from './useGraphStyles';

/** As many as most chains have. */
const BONES = 7;

/** The strip before the first answer: as high as it will be. */
export function GraphBones() {
  const classes = useGraphStyles();
  return (
    <div className={classes.bones} aria-hidden>
      {Array.from({ length: BONES }, (_, n) => (
        <div key={n} className={classes.bone} />
      ))}
    </div>
  );
}
