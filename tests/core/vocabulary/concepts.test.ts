import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  conceptsOf,
  contains,
  names,
  wordsNaming,
  type Concept,
} from "../../../src/core/vocabulary/concepts";
import { ORDINARY_HEADERS } from "../ordinaryHeaders";

/** What each concept is called by offices, schools, companies and leagues. */
const SAMPLES: Partial<Record<Concept, readonly string[]>> = {
  unit: [...ORDINARY_HEADERS.unit, "单位", "考核对象", "Name（姓名）", "Item / Team"],
  total: [...ORDINARY_HEADERS.total, "绩效考评总成绩", "总分（100分）", "合计"],
  "weak-total": ["得分", "平均分", "Average", "去掉最高分最低分后的平均分", "评委平均分"],
  rank: [...ORDINARY_HEADERS.rank, "组内名次", "名次："],
  grade: [...ORDINARY_HEADERS.grade, "评级"],
  score: ["得分", "分数", "实得分", "原始得分"],
  "weighted-score": ["折算分", "加权得分", "权重后得分", "Weighted rating"],
  sequence: ["序号", "No.", "#", "S/N", "Sr. No."],
  identifier: ["学号", "准考证号", "Employee ID", "职工编号"],
  group: ["组别", "所属片区", "单位类别", "Region"],
  period: ["月份", "考核周期", "Month"],
  bonus: ["加分", "加分合计", "Bonus points"],
  deduction: ["扣分", "减分项", "Deductions"],
  net: ["加（减）分", "奖惩分", "加、扣分"],
  weight: ["权重", "考核权重(%)", "占比", "Weighting"],
  "full-mark": ["满分", "标准分值", "Maximum points"],
  item: ["考核指标", "二级指标", "评价要素", "KPI指标", "Criteria", "指标/项目"],
  note: ["备注", "Remarks"],
  problem: ["存在的主要问题", "扣分原因"],
  subtotal: ["小计", "考核成绩", "评议小计"],
  veto: ["一票否决", "是否被一票否决", "一票否决事项", "一票否决（是/否）"],
  "summary-row": ["合计", "第一组平均分：", "全县平均", "最高分", "Grand total", "及格率", "标准差"],
  "mark-row": ["满分", "标准分", "满分（100分）", "Full marks"],
  "weight-row": ["权重", "所占权重", "Weights", "权重（%）"],
  "note-row": [
    "注：数据截至年底",
    "备注",
    "说明1、按总成绩排序",
    "制表人：",
    "※仅供参考",
    "第3页",
    "（续表）",
  ],
  "section-row": ["第一组", "一、第三考核组（机关）", "（二）第二组"],
  nothing: ["无", "暂无", "未发现问题", "—", "/", "N/A"],
  "no-bonus": ["无加分", "未获加分"],
  "no-deduction": ["无扣分", "未被扣分"],
  "no-veto": ["否", "未发生", "不涉及", "×", "No"],
  "not-ranked": ["不参加排名", "新成立，不计名次"],
};
const samples = Object.entries(SAMPLES).flatMap(([concept, texts]) =>
  texts.map((text): [string, Concept] => [text, concept as Concept]),
);

describe("what a text names", () => {
  test.each(samples)("%j is a name of %s", (text, concept) => {
    expect(names(text, concept)).toBe(true);
  });

  test.each([
    ["部门协作", "unit"],
    ["班级得分", "unit"],
    ["指标单位", "unit"],
    ["学生满意度测评", "unit"],
    ["上半年得分", "total"],
    ["卫生", "total"],
    ["Quality", "unit"],
    ["质量Quality", "unit"],
    ["Service", "unit"],
    ["总分公司", "total"],
    ["加（减）分", "bonus"],
    ["A组织", "group-name"],
    ["solid", "identifier"],
    ["平均分构成", "mean"],
  ] as const)("%j is no name of %s", (text, concept) => {
    expect(names(text, concept)).toBe(false);
  });

  test.each([
    ["总分", "whole"],
    ["年度总分", "affixed"],
    ["总分构成", "contained"],
  ])("%s names the total: %s", (text, strength) => {
    expect(conceptsOf(text)).toContainEqual({ concept: "total", strength });
  });

  test("in an alphabet is a word of its own, not a part of another", () => {
    expect(contains("mean of three", "mean")).toBe(true);
    expect(contains("the meaning", "mean")).toBe(false);
    expect(contains("rankRow", "rank")).toBe(true);
    expect(contains("各科平均成绩表", "mean")).toBe(true);
  });

  test("does not hang on white space, case, width or the characters' tradition", () => {
    expect(names("總 分", "total")).toBe(true);
    expect(names("單位名稱", "unit")).toBe(true);
    expect(names("ＴＯＴＡＬ ＳＣＯＲＥ", "total")).toBe(true);
    for (const [text, concept] of [
      ["綜合得分", "total"],
      ["組別", "group"],
      ["考核等級", "grade"],
      ["備註", "note"],
      ["扣分", "deduction"],
      ["減分", "deduction"],
      ["獎懲分", "net"],
      ["權重", "weight"],
      ["滿分", "full-mark"],
      ["編號", "sequence"],
      ["學號", "identifier"],
      ["評委", "judge"],
      ["總計", "summary-row"],
    ] as const) {
      expect([text, names(text, concept) || contains(text, concept)]).toEqual([text, true]);
    }
  });

  test("has a number where its words have one", () => {
    for (const text of ["第一组", "第12组", "3组", "第二考核组", "第二十一组"]) {
      expect(names(text, "numbered-group")).toBe(true);
    }
    expect(wordsNaming("2015年第三组考评成绩", "numbered-group")).toBe("第三组");
    expect(wordsNaming("2015年考评成绩", "numbered-group")).toBeNull();
  });
});

describe("the commonest words", () => {
  test.each([
    ["Spanish", "Nombre", "Equipo", "Puntuación total", "Promedio", "Puesto", "Puntos", "Observaciones"],
    [
      "Portuguese",
      "Nome do aluno",
      "Equipe",
      "Pontuação total",
      "Média",
      "Colocação",
      "Pontos",
      "Observações",
    ],
    ["French", "Nom", "Équipe", "Total des points", "Moyenne", "Classement", "Points", "Remarques"],
    ["German", "Name", "Mannschaft", "Gesamtpunkte", "Durchschnitt", "Platz", "Punkte", "Bemerkungen"],
    ["Italian", "Cognome", "Squadra", "Totale", "Media", "Classifica", "Punteggio", "Osservazioni"],
    ["Dutch", "Naam", "Ploeg", "Totaal", "Gemiddelde", "Plaats", "Punten", "Opmerkingen"],
    ["Swedish", "Namn", "Lag", "Summa", "Medelvärde", "Placering", "Poäng", "Anmärkning"],
    ["Polish", "Nazwisko", "Drużyna", "Razem", "Średnia", "Miejsce", "Punkty", "Uwagi"],
    ["Czech", "Příjmení", "Družstvo", "Celkem", "Průměr", "Pořadí", "Body", "Poznámka"],
    ["Russian", "Фамилия", "Команда", "Итого", "Средний балл", "Место", "Баллы", "Примечание"],
    ["Ukrainian", "Прізвище", "Команда", "Усього", "Середній бал", "Місце", "Бали", "Примітка"],
    ["Turkish", "Adı Soyadı", "Takım", "Toplam puan", "Ortalama", "Sıralama", "Puan", "Açıklama"],
    ["Arabic", "اسم الطالب", "الفريق", "المجموع", "المتوسط", "الترتيب", "الدرجة", "ملاحظات"],
    ["Persian", "نام خانوادگی", "تیم", "جمع کل", "میانگین", "رتبه", "امتیاز", "توضیحات"],
    ["Japanese", "氏名", "チーム名", "合計点", "平均点", "順位", "得点", "備考"],
    ["Korean", "이름", "부서", "총점", "평균", "순위", "점수", "비고"],
    ["Vietnamese", "Họ và tên", "Đội", "Tổng điểm", "Trung bình", "Xếp hạng", "Điểm", "Ghi chú"],
    ["Indonesian", "Nama lengkap", "Sekolah", "Jumlah", "Rata-rata", "Peringkat", "Nilai", "Keterangan"],
  ])("of %s are known", (_, person, team, total, mean, rank, score, note) => {
    expect({
      person: names(person, "unit"),
      team: names(team, "unit"),
      total: names(total, "total"),
      mean: names(mean, "mean"),
      rank: names(rank, "rank"),
      score: names(score, "score"),
      note: names(note, "note"),
    }).toEqual({ person: true, team: true, total: true, mean: true, rank: true, score: true, note: true });
  });
});

describe("any text", () => {
  test("says the same with white space around and between ideographs", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.constantFrom(" ", "\u3000", "\n", "  "),
        ([text], space) => {
          const spaced = `${space}${text}${space}`;
          expect(conceptsOf(spaced)).toEqual(conceptsOf(text));
        },
      ),
    );
  });

  test("names each concept at most once and never fails", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const concepts = conceptsOf(text).map(({ concept }) => concept);
        expect(new Set(concepts).size).toBe(concepts.length);
      }),
    );
  });

  test("of a cell's greatest length takes no time", () => {
    const long = ["分", "得分", "(", "一、", "1.", "单位", "平均", "a ", "不参加"].map((part) =>
      part.repeat(32_767 / part.length),
    );
    const begun = performance.now();
    for (let round = 0; round < 20; round += 1) for (const text of long) conceptsOf(String(round) + text);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
