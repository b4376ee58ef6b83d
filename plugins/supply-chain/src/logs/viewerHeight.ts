/** Most of a window, so that what is above and below it is still seen; never less than some lines. */
export const VIEWER_HEIGHT = 'clamp(360px, 70vh, 900px)';
