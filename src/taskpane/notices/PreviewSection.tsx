import { useEffect, useRef, type CSSProperties } from "react";
import { Button } from "@fluentui/react-components";
import { useNotices } from "./NoticesContext";
import { tickedUnits } from "./noticesState";
import { PAGE_HEIGHT, PAGE_WIDTH, previewPages, type PagePiece, type PreviewPage } from "./pagePreview";

/** How wide a page is shown, in pixels; the pane is about 350 wide. */
const SHOWN_WIDTH = 300;
const SCALE = SHOWN_WIDTH / PAGE_WIDTH;

/** The pages of one notice as they will print. */
export function PreviewSection() {
  const { store, state, translate } = useNotices();
  const { preview } = state;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (preview) place.current?.scrollIntoView({ block: "start" });
  }, [preview]);
  if (!preview) return null;
  const isOfUnit =
    state.overview?.kinds.find(({ kind }) => kind.id === state.choice.kind)?.kind.scope === "unit";
  const pages = previewPages(preview.sheet, preview.digitWidth);
  return (
    <section className="pane-section" aria-label={translate("notices.preview")} ref={place}>
      <h2 className="pane-heading">
        {translate("notices.preview")} {preview.unit}
      </h2>
      <div className="preview-turn">
        {isOfUnit && <PreviewTurn unit={preview.unit} />}
        <Button size="small" onClick={store.closePreview}>
          {translate("notices.preview.close")}
        </Button>
      </div>
      {pages.map((page, index) => (
        <figure key={index} className="preview-figure">
          <PageView page={page} />
          <figcaption className="pane-quiet">
            {translate("notices.preview.page", { number: index + 1, count: pages.length })}
          </figcaption>
        </figure>
      ))}
    </section>
  );
}

/** Leads from one unit's notice to the next and the one before. */
function PreviewTurn({ unit }: { readonly unit: string }) {
  const { store, state, translate } = useNotices();
  const units = [...tickedUnits(state)];
  const index = units.indexOf(unit);
  const turn = (to: number, label: "notices.preview.before" | "notices.preview.next") => {
    const name = units[to];
    return (
      <Button
        size="small"
        disabledFocusable={name === undefined || state.run !== null}
        onClick={() => {
          if (name !== undefined && state.run === null) void store.preview(name);
        }}
      >
        {translate(label)}
      </Button>
    );
  };
  return (
    <>
      {turn(index - 1, "notices.preview.before")}
      <span className="pane-quiet">
        {translate("notices.preview.unit", { number: index + 1, count: units.length })}
      </span>
      {turn(index + 1, "notices.preview.next")}
    </>
  );
}

/** Paper is white and its ink black in every theme: this is what comes out of the printer. */
function PageView({ page }: { readonly page: PreviewPage }) {
  return (
    <div className="preview-frame" style={{ width: SHOWN_WIDTH, height: PAGE_HEIGHT * SCALE }}>
      <div
        className="preview-page"
        style={{ width: PAGE_WIDTH, height: PAGE_HEIGHT, transform: `scale(${SCALE})` }}
      >
        {page.header !== "" && <span className="preview-header">{page.header}</span>}
        {page.pieces.map((piece, index) => (
          <span key={index} className="preview-piece" style={pieceStyle(piece)}>
            <span className="preview-text">{piece.text}</span>
          </span>
        ))}
        <span className="preview-number">{page.number}</span>
      </div>
    </div>
  );
}

const FONTS: Readonly<Record<string, string>> = {
  仿宋: '"FangSong", "仿宋", "STFangsong", serif',
  楷体: '"KaiTi", "楷体", "STKaiti", serif',
  黑体: '"SimHei", "黑体", sans-serif',
  宋体: '"SimSun", "宋体", "Songti SC", serif',
};

function pieceStyle({ left, top, width, height, style, overflows }: PagePiece): CSSProperties {
  const line = (given: { readonly weight: string; readonly color: string } | undefined) =>
    given ? `${given.weight === "thin" ? 0.75 : 1.5}px solid ${given.color}` : undefined;
  const frame = style.borders === "thin" ? "0.75px solid #000000" : undefined;
  const name = style.fontName ?? "宋体";
  return {
    left,
    top,
    width,
    height,
    fontFamily: FONTS[name] ?? `"${name}", ${FONTS["宋体"] ?? "serif"}`,
    fontSize: style.fontSize ?? 11,
    fontWeight: style.bold ? 700 : 400,
    color: style.fontColor ?? "#000000",
    justifyContent: style.horizontal === "center" ? "center" : "flex-start",
    alignItems: style.vertical === "bottom" ? "flex-end" : "center",
    whiteSpace: overflows ? "pre" : "pre-wrap",
    borderInline: frame,
    borderTop: line(style.topLine) ?? frame,
    borderBottom: line(style.bottomLine) ?? frame,
    padding: overflows ? 0 : "0 2px",
  };
}
