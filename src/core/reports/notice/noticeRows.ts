import type { NoticeLine } from "../../notices/fillTemplate";
import type { NoticeSettings } from "../../notices/noticeSettings";
import { isTableStyle, type LineStyle } from "../../notices/template";
import type { CellStyle } from "../../workbook/plan";
import { balanceTitle } from "./balancedTitle";
import { emWidth } from "./emWidth";
import { blankRow, textRow, type LayoutRow } from "./layoutRow";
import { breakLines } from "./lineBreaking";
import { columnEdges, tableRows } from "./tableRows";
import {
  BODY_SIZE,
  CLOSING_LINE_HEIGHT,
  CLOSING_SIZE,
  DRAFT_RED,
  LINE_HEIGHT,
  LINE_LENGTH,
  LINE_WIDTH,
  RED,
  RULE_HEIGHT,
  RULE_LETTER,
  RULE_SIZE,
  TITLE_LINE_HEIGHT,
  TITLE_SIZE,
} from "./typography";

/** A notice ready to be laid out. */
export interface NoticeDocument {
  readonly lines: readonly NoticeLine[];
  /** The 文号 as printed, or empty. */
  readonly numberText: string;
  readonly draft: boolean;
  /** Whether it carries the office's red head. */
  readonly redHead: boolean;
  readonly upward: boolean;
  /** Names that a title does not tear. */
  readonly names: readonly string[];
}

/** Rows of a notice, and of its foot (版记). */
export interface NoticeRows {
  readonly rows: readonly LayoutRow[];
  readonly closing: readonly LayoutRow[];
}

const SPACE = "　";
const BLACK = "#000000";

/** Lays a notice out, line by line: a sheet's row is a line of text, so that the pitch of lines is the standard's. */
export function noticeRows(notice: NoticeDocument, settings: NoticeSettings): NoticeRows {
  return new Layout(notice, settings).lay();
}

class Layout {
  private readonly rows: LayoutRow[] = [];
  /** The parts of the foot, between which rules stand. */
  private readonly closing: LayoutRow[][] = [];
  private edges: readonly number[] | null = null;
  private header: readonly LayoutRow[] = [];
  private newPage = false;
  private readonly body: CellStyle;

  constructor(
    private readonly notice: NoticeDocument,
    private readonly settings: NoticeSettings,
  ) {
    this.body = this.type(settings.texts.bodyFont, BODY_SIZE);
  }

  lay(): NoticeRows {
    this.addHead();
    let before: LineStyle | null = null;
    for (const line of this.notice.lines) {
      if (!isTableStyle(line.style)) this.header = [];
      this.addLine(line, before);
      before = line.style;
    }
    return { rows: this.rows, closing: closingRows(this.closing) };
  }

  private type(fontName: string, fontSize: number): CellStyle {
    return { fontName, fontSize, vertical: "center", horizontal: "left" };
  }

  /** 送审稿 or an empty line, the red head, the number. */
  private addHead(): void {
    const { notice, settings } = this;
    const { texts } = settings;
    const draft = notice.draft ? "送审稿" : "";
    this.rows.push(
      textRow(draft, { ...this.type(texts.headingFont, BODY_SIZE), fontColor: DRAFT_RED }, LINE_HEIGHT, {
        keepWithNext: true,
      }),
    );
    if (notice.redHead) this.addRedHead();
    else if (notice.numberText !== "") this.addText(centered(notice.numberText, LINE_LENGTH), this.body);
    this.rows.push(blankRow(LINE_HEIGHT, true));
  }

  /** The office's name in red, 35 mm below the type area's head; the number; a red rule 4 mm under it. */
  private addRedHead(): void {
    const { texts } = this.settings;
    const name = `${texts.issuer}文件`;
    const size = Math.max(TITLE_SIZE, Math.min(56, Math.floor((LINE_WIDTH / emWidth(name)) * 2) / 2));
    const offset = ((LINE_WIDTH / size - emWidth(name)) / 2) * size;
    this.rows.push(blankRow(70, true));
    const style = { ...this.titleType(), fontSize: size, fontColor: RED };
    this.rows.push(
      textRow(indentBy(offset / size) + name, style, Math.ceil(size * 1.5), { keepWithNext: true }),
    );
    this.rows.push(blankRow(LINE_HEIGHT, true), blankRow(LINE_HEIGHT, true));
    const { numberText, upward } = this.notice;
    const signer = `签发人：${texts.signer}`;
    const gap = LINE_LENGTH - 2 - emWidth(numberText) - emWidth(signer);
    const numberLine = upward
      ? SPACE + numberText + indentBy(gap) + signer
      : centered(numberText, LINE_LENGTH);
    this.addText(numberLine, this.body);
    this.rows.push(ruleRow(RED, true), blankRow(LINE_HEIGHT, true));
  }

  private titleType(): CellStyle {
    const { texts, titleBold } = this.settings;
    return { ...this.type(texts.titleFont, TITLE_SIZE), ...(titleBold ? { bold: true } : {}) };
  }

  private addText(text: string, style: CellStyle, keepWithNext = true): void {
    this.rows.push(textRow(text, style, LINE_HEIGHT, { keepWithNext }));
  }

  private addLine({ style, cells }: NoticeLine, before: LineStyle | null): void {
    const text = cells[0] ?? "";
    const { texts } = this.settings;
    switch (style) {
      case "title":
        this.addTitle(text);
        this.rows.push(blankRow(LINE_HEIGHT, true));
        break;
      case "attachment-title":
        if (before === "attachment-page") this.rows.push(blankRow(LINE_HEIGHT, true));
        this.addTitle(text);
        this.rows.push(blankRow(LINE_HEIGHT / 2, true));
        break;
      case "addressee":
        this.addParagraph(text, this.body, 0, 0);
        break;
      case "body":
      case "heading-3":
        this.addParagraph(text, this.body, 2, 0, style === "heading-3");
        break;
      case "heading-1":
        this.addParagraph(text, this.type(texts.headingFont, BODY_SIZE), 2, 0, true);
        break;
      case "heading-2":
        this.addParagraph(text, this.type(texts.subheadingFont, BODY_SIZE), 2, 0, true);
        break;
      case "attachment-note":
        this.keepLastLines();
        if (before !== "attachment-note") this.rows.push(blankRow(LINE_HEIGHT, true));
        this.addParagraph(text, this.body, 2, text.startsWith("附件") ? 5 : 2, true);
        break;
      case "signature":
        this.addSignature(text);
        break;
      case "date":
        this.addText(this.endingAt(text, this.dateEdge), this.body, false);
        break;
      case "annotation":
        this.addParagraph(text, this.body, 2, 0);
        break;
      case "attachment-page":
        this.newPage = true;
        this.push(
          textRow(text, this.type(texts.headingFont, BODY_SIZE), LINE_HEIGHT, { keepWithNext: true }),
        );
        break;
      case "table-widths":
        this.edges = columnEdges(cells.map((cell) => Math.max(1, Number(cell) || 1)));
        this.header = [];
        break;
      case "table-header":
      case "table-row":
        this.addTableRow(cells, style === "table-header");
        break;
      case "copy-to":
        this.addCopyTo(text);
        break;
      case "issued":
        this.addIssued(cells);
        break;
      case "blank":
        this.rows.push(blankRow(LINE_HEIGHT));
    }
  }

  private push(row: LayoutRow): void {
    this.rows.push(this.newPage ? { ...row, pageBefore: true } : row);
    this.newPage = false;
  }

  private addTitle(text: string): void {
    const width = LINE_WIDTH / TITLE_SIZE;
    for (const line of balanceTitle(text, width - 0.6, this.notice.names)) {
      this.rows.push(
        textRow(centered(line, width), this.titleType(), TITLE_LINE_HEIGHT, { keepWithNext: true }),
      );
    }
  }

  /** A paragraph, line by line: the first with an indent, the others with another; line breaks in it part paragraphs. */
  private addParagraph(text: string, style: CellStyle, indent: number, hanging: number, keep = false): void {
    for (const part of text.split(/\r?\n/)) {
      const lines = breakLines(part, LINE_LENGTH - hanging, LINE_LENGTH - indent);
      lines.forEach((line, index) => {
        const indented = SPACE.repeat(index === 0 ? indent : hanging) + line;
        this.push(textRow(indented, style, LINE_HEIGHT, { keepWithNext: keep }));
      });
    }
  }

  /** The lines before a signature go with it: no page holds a signature alone. */
  private keepLastLines(): void {
    for (let index = Math.max(0, this.rows.length - 2); index < this.rows.length; index += 1) {
      const row = this.rows[index];
      if (row) this.rows[index] = { ...row, keepWithNext: true };
    }
  }

  /** Where the date ends: 4 letters from the right when the notice is sealed, 2 when it is not. */
  private get dateEdge(): number {
    return LINE_LENGTH - (this.settings.sealed ? 4 : 2);
  }

  /** The office's name over the middle of the date; moved left where it would pass the edge of the text. */
  private addSignature(text: string): void {
    this.keepLastLines();
    this.rows.push(blankRow(LINE_HEIGHT, true), blankRow(LINE_HEIGHT, true));
    const date = this.notice.lines.find(({ style }) => style === "date")?.cells[0] ?? "";
    const middle = this.dateEdge - emWidth(date) / 2;
    const end = Math.min(LINE_LENGTH, middle + emWidth(text) / 2);
    this.addText(this.endingAt(text, end), this.body);
  }

  /** A text whose end is at that many letters from the left edge. */
  private endingAt(text: string, end: number): string {
    return indentBy(end - emWidth(text)) + text;
  }

  private addTableRow(cells: readonly string[], isHeader: boolean): void {
    const { texts } = this.settings;
    this.edges ??= columnEdges(cells.map(() => 1));
    const fonts = { body: texts.bodyFont, heading: texts.headingFont };
    const made = tableRows(cells, this.edges, isHeader, fonts);
    if (isHeader) this.header = made;
    const header = isHeader ? [] : this.header;
    for (const row of made) this.rows.push({ ...row, header });
  }

  private addCopyTo(text: string): void {
    const width = LINE_WIDTH / CLOSING_SIZE - 2;
    const style = this.type(this.settings.texts.bodyFont, CLOSING_SIZE);
    const lines = breakLines(text, width - 3, width);
    this.closing.push(
      lines.map((line, index) =>
        textRow(SPACE.repeat(index === 0 ? 1 : 4) + line, style, CLOSING_LINE_HEIGHT),
      ),
    );
  }

  /** Who issued it at the left, when at the right, each one letter from the edge; two lines where one is too short. */
  private addIssued(cells: readonly string[]): void {
    const style = this.type(this.settings.texts.bodyFont, CLOSING_SIZE);
    const [left = "", right = ""] = cells;
    const gap = LINE_WIDTH / CLOSING_SIZE - 2 - emWidth(left) - emWidth(right);
    const lines =
      gap >= 1
        ? [SPACE + left + indentBy(gap) + right]
        : [SPACE + left, indentBy(LINE_WIDTH / CLOSING_SIZE - 1 - emWidth(right)) + right];
    this.closing.push(lines.map((line) => textRow(line, style, CLOSING_LINE_HEIGHT)));
  }
}

/** Spaces of that many letters, to the half. */
function indentBy(letters: number): string {
  const halves = Math.max(0, Math.round(letters * 2));
  return SPACE.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? " " : "");
}

function centered(text: string, width: number): string {
  return indentBy((width - emWidth(text)) / 2) + text;
}

/** A rule as wide as the text; a strong one is bold. */
function ruleRow(color: string, strong: boolean): LayoutRow {
  const letters = RULE_LETTER.repeat(Math.floor(LINE_WIDTH / RULE_SIZE));
  const style: CellStyle = {
    fontName: "宋体",
    fontSize: RULE_SIZE,
    fontColor: color,
    vertical: "bottom",
    horizontal: "left",
    ...(strong ? { bold: true } : {}),
  };
  return textRow(letters, style, RULE_HEIGHT, { keepWithNext: true });
}

/** The parts of the foot with its rules: strong ones above and below it, thin ones between the parts. */
function closingRows(parts: readonly (readonly LayoutRow[])[]): LayoutRow[] {
  if (parts.length === 0) return [];
  const inner = parts.flatMap((rows, index) => [...(index === 0 ? [] : [ruleRow(BLACK, false)]), ...rows]);
  return [ruleRow(BLACK, true), ...inner, ruleRow(BLACK, true)];
}
