/** Of a stage's card in the strip, in pixels: a title of two lines, the fact, the kind; as high whatever they say. */
export const CARD_HEIGHT = 108;
