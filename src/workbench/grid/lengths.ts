/** The grid measures in CSS pixels, the host in points: 96 pixels are 72 points. */
const PIXELS_PER_POINT = 96 / 72;

export function pixelsOfPoints(points: number): number {
  return points * PIXELS_PER_POINT;
}

export function pointsOfPixels(pixels: number): number {
  return pixels / PIXELS_PER_POINT;
}

/** Width in pixels of a column that a file says is so many characters wide, at the default font's 7 pixels each. */
export function pixelsOfCharacters(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / 7)) / 256) * 7);
}
