import { HEAD, LINKS, MAIN, workbookParts } from "./workbookText";

/**
 * A clerk's workbook with much of what Excel puts into a file, and things that we know nothing about. It is made
 * by hand, because the point is that every character of it survives. Figures are made up.
 */
export function goldenParts(): Record<string, Uint8Array> {
  return workbookParts({
    before:
      '<fileVersion appName="xl" lastEdited="7"/><workbookPr codeName="ThisWorkbook"/>' +
      '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000" firstSheet="0" activeTab="0" xmlns:future="urn:future" future:keep="me"/></bookViews>',
    sheets: [
      { name: "汇总", xml: SUMMARY },
      { name: "排名", rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>3</v></c></row>' },
      { name: "说明", state: "hidden", rows: '<row r="1"><c r="A1" t="s"><v>1</v></c></row>' },
    ],
    after:
      '<externalReferences><externalReference r:id="rIdExternal"/></externalReferences>' +
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">汇总!$1:$2</definedName>' +
      '<definedName name="满分">100</definedName><definedName name="说明区" localSheetId="2">说明!$A$1</definedName></definedNames>' +
      '<calcPr calcId="191029"/><extLst><ext uri="{urn:future}"><future xmlns="urn:future">keep</future></ext></extLst>',
    sharedStrings:
      "<si><t>这是办公室自己的表</t></si><si><r><rPr><b/></rPr><t>填表</t></r><r><t>说明</t></r></si>",
    styles: STYLES,
    links:
      `<Relationship Id="rIdExternal" Type="${LINKS}/externalLink" Target="externalLinks/externalLink1.xml"/>` +
      `<Relationship Id="rIdChain" Type="${LINKS}/calcChain" Target="calcChain.xml"/>` +
      `<Relationship Id="rIdFuture" Type="urn:future/part" Target="future/part.bin"/>`,
    types:
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>' +
      '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>' +
      '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>' +
      '<Default Extension="bin" ContentType="application/octet-stream"/>',
    parts: {
      "xl/calcChain.xml": `${HEAD}<calcChain xmlns="${MAIN}"><c r="C3" i="1"/></calcChain>`,
      "xl/externalLinks/externalLink1.xml": `${HEAD}<externalLink xmlns="${MAIN}"/>`,
      "xl/comments1.xml": `${HEAD}<comments xmlns="${MAIN}"><authors><author>办公室</author></authors><commentList><comment ref="B3" authorId="0"><text><t>核对过</t></text></comment></commentList></comments>`,
      "xl/worksheets/_rels/sheet1.xml.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/comments" Target="../comments1.xml"/></Relationships>`,
      "xl/future/part.bin": Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 256),
    },
  });
}

/** The clerk's data sheet: B3 is a typed score, C3 a formula, B4 a score typed as text. */
const SUMMARY =
  '<sheetPr codeName="Sheet1"><tabColor rgb="FFFFC000"/></sheetPr><dimension ref="A1:C4"/>' +
  '<sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="14.25"/><cols><col min="1" max="1" width="22.625" customWidth="1"/></cols><sheetData>\n' +
  '  <row r="1" spans="1:3" ht="28.5" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c></row>\n' +
  '  <row r="3" spans="1:3"><c r="A3" t="inlineStr"><is><t>海城市</t></is></c><c r="B3" s="2"><v>91.5</v></c><c r="C3" s="2"><f>B3*[1]Sheet1!$A$1</f><v>50.325</v></c></row>\n' +
  '  <row r="4" spans="1:3"><c r="A4" t="inlineStr"><is><t>台安县</t></is></c><c r="B4" t="inlineStr"><is><t>88 </t></is></c></row>\n' +
  '</sheetData><sheetProtection sheet="0" algorithmName="SHA-512" hashValue="h" saltValue="s" spinCount="100000"/>' +
  '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>' +
  '<conditionalFormatting sqref="B3:B4"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id xmlns:x14="urn:x14">{1}</x14:id></ext></extLst></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="decimal" allowBlank="1" sqref="B3:B4"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/>' +
  '<extLst><ext uri="{urn:future}"><future xmlns="urn:future">keep</future></ext></extLst>';

const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.00_ "/></numFmts>` +
  '<fonts count="2"><font><sz val="12"/><name val="宋体"/><family val="3"/><charset val="134"/></font><font><b/><sz val="20"/><name val="黑体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs>' +
  '<extLst><ext uri="{urn:future}"><future xmlns="urn:future">keep</future></ext></extLst></styleSheet>';
