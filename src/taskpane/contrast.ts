/** Red, green and blue, 0 to 255. */
export type Color = readonly [number, number, number];

/** Reads `#RRGGBB`; null for anything else. */
export function parseColor(text: string): Color | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (!match) return null;
  const [, red = "", green = "", blue = ""] = match;
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function relativeLuminance([red, green, blue]: Color): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two colours, 1 to 21, in either order, as WCAG 2.2 defines it. */
export function contrastRatio(left: Color, right: Color): number {
  const luminances = [relativeLuminance(left), relativeLuminance(right)];
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
