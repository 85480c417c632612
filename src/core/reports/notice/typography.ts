/*
 * GB/T 9704-2012 in numbers, as far as a sheet can follow them. Type sizes in points, lengths of the page in
 * millimetres.
 */

/** Sizes of type: 2号, 3号, 4号, 小四, 五号. */
export const TITLE_SIZE = 22;
export const BODY_SIZE = 16;
export const CLOSING_SIZE = 14;
export const TABLE_SIZE = 12;
export const DENSE_TABLE_SIZE = 10.5;

/** Margins of A4 that leave the type area of 156 × 225 mm. */
export const MARGINS = { top: 37, left: 28, right: 26, bottom: 35 } as const;
/** The page number stands 7 mm below the type area: its foot is this far above the edge of the paper. */
export const FOOTER_MARGIN = 25;
export const HEADER_MARGIN = 20;

/**
 * Ideographs in a line. 28 of 16 points are 158 mm, which passes the type area's 156 mm: a word processor squeezes
 * them, a sheet cannot, so that a line takes 27.
 */
export const LINE_LENGTH = 27;
/** Width of a line in points. */
export const LINE_WIDTH = LINE_LENGTH * BODY_SIZE;
const LINES_PER_PAGE = 22;
/**
 * Height of a line in points: the largest of which 22 still fit into 225 mm when a host rounds row heights to whole
 * pixels (at 96, 120, 144 or 192 a inch) or to whole points.
 */
export const LINE_HEIGHT = 28.4;
export const PAGE_HEIGHT = LINES_PER_PAGE * LINE_HEIGHT;
export const TITLE_LINE_HEIGHT = 38;
export const CLOSING_LINE_HEIGHT = 24;
/** No row of a sheet is higher. */
export const MAXIMUM_ROW_HEIGHT = 400;

/**
 * Width of tables in characters of the default font, in which columns are measured. Such a character prints 5¼ to 7
 * points wide, by the fonts that a computer has, and a file may be printed on another than it was made on: 63 are
 * never more than the type area.
 */
export const TABLE_WIDTH = 63;
/** The least that such a character prints, for telling how many lines a text takes. */
export const NARROWEST_CHARACTER = 5.25;

/** Rules over the whole text are letters themselves, so that they are as wide as it: size and height of their row. */
export const RULE_LETTER = "＿";
export const RULE_SIZE = 16;
export const RULE_HEIGHT = 9;

/** The red of red heads, and that of the mark on drafts, which has to be read on a screen, too. */
export const RED = "#FF0000";
export const DRAFT_RED = "#C00000";
