/** Whether a number format shows a date or time: it has date letters outside quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  if (format === "General" || format === "@") return false;
  const letters = format
    .replace(/"[^"]*"/g, "")
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, "")
    .replace(/\\./g, "")
    .replace(/_./g, "")
    .replace(/General/gi, "");
  return Array.from(letters.toLowerCase()).some((letter) => "ymdhs年月日".includes(letter));
}
