import { FIGURE, MARK_COLON, MARK_COVERED, MARK_DIGIT, MARK_FORMULA } from "./cellScan";
import { shareOverColumn } from "./columnFormulas";
import type { RegionRows } from "./regionRows";
import {
  kindAt,
  firstText,
  firstWidth,
  meanWidth,
  isOfUsualWidth,
  filledBelow,
  repeatedFigures,
  shareMarked,
  everyValue,
  isYear,
  hasConstantStep,
  largestShare,
  figurePairs,
  textsOverFigures,
  repeatedBelow,
  repeatedAcross,
  shareOfTextColumns,
  likeness,
} from "./rowLooks";

/** What speaks for the class of a row: 0 for nothing, about 1 for a clear case. No feature looks at a word. */
type RowFeature = (rows: RegionRows, row: number) => number;

const CONTENT: Readonly<Record<string, RowFeature>> = {
  always: () => 1,
  "no figures": ({ figures }, row) => Number(figures[row] === 0),
  "two figures or more": ({ figures }, row) => Number((figures[row] ?? 0) >= 2),
  "only the first cell": ({ filled, first }, row) => Number(filled[row] === 1 && first[row] === 0),
  "only one other cell": ({ filled, first }, row) => Number(filled[row] === 1 && first[row] !== 0),
  "two cells": ({ filled }, row) => Number(filled[row] === 2),
  "first cell blank over filled ones": (rows, row) =>
    Number(rows.first[row] !== 0 && filledBelow(rows, row) >= 0.5),
  "full width": ({ filled, usualFilled }, row) => Number((filled[row] ?? 0) >= usualFilled),
  "share of the usual width": ({ filled, usualFilled }, row) =>
    Math.min(1, (filled[row] ?? 0) / Math.max(1, usualFilled)),
  "few of the usual cells": ({ filled, usualFilled }, row) => Number((filled[row] ?? 0) <= 0.3 * usualFilled),
  "share of texts": ({ written, filled }, row) => (written[row] ?? 0) / (filled[row] ?? 1),
  "first cell a figure": (rows, row) => Number(kindAt(rows, row, 0) === FIGURE),
  "digits in the first text": (rows, row) => Number(firstText(rows, row, MARK_DIGIT)),
  "first text ends with a colon": (rows, row) => Number(firstText(rows, row, MARK_COLON)),
  "first text over 20 wide": (rows, row) => Number(firstWidth(rows, row) > 20),
  "first text over 40 wide": (rows, row) => Number(firstWidth(rows, row) > 40),
  "first text over 80 wide": (rows, row) => Number(firstWidth(rows, row) > 80),
  "short texts": (rows, row) => {
    const mean = meanWidth(rows, row);
    return Number(mean > 0 && mean <= 12);
  },
  "first column alone": ({ width }) => Number(width === 1),
  "two columns": ({ width }) => Number(width === 2),
  "cells of merged areas": (rows, row) => shareMarked(rows, row, MARK_COVERED),
};

const FIGURES: Readonly<Record<string, RowFeature>> = {
  "all whole numbers": (rows, row) => Number(everyValue(rows, row, 2, Number.isInteger)),
  "all years": (rows, row) => Number(everyValue(rows, row, 1, isYear)),
  "constant step": (rows, row) => Number(hasConstantStep(rows, row)),
  "one figure several times": repeatedFigures,
  "largest of their columns": largestShare,
  "figure over a figure": (rows, row) => figurePairs(rows, row, 1),
  "figure under a figure": (rows, row) => figurePairs(rows, row, -1),
  "share of formulas": (rows, row) => shareMarked(rows, row, MARK_FORMULA),
  "formulas over their column": shareOverColumn,
};

const TEXTS: Readonly<Record<string, RowFeature>> = {
  "a text over a column of figures": (rows, row) => Number(textsOverFigures(rows, row) >= 1),
  "texts over columns of figures": (rows, row) => Number(textsOverFigures(rows, row) >= 2),
  "share of texts over figures": (rows, row) =>
    textsOverFigures(rows, row) / Math.max(1, rows.written[row] ?? 1),
  "texts that come again in their column": repeatedBelow,
  "one text several times": repeatedAcross,
  "first text as wide as its column": (rows, row) => Number(isOfUsualWidth(rows, row)),
  "one text as wide as its column": (rows, row) =>
    Number(rows.filled[row] === 1 && isOfUsualWidth(rows, row)),
  "text in a column of texts": (rows, row) => shareOfTextColumns(rows, row),
};

const PLACE: Readonly<Record<string, RowFeature>> = {
  "no units above": ({ strongAbove }, row) => Number(strongAbove[row] === 0),
  "one unit above": ({ strongAbove }, row) => Number(strongAbove[row] === 1),
  "no units below": ({ strongBelow }, row) => Number(strongBelow[row] === 0),
  "one unit below": ({ strongBelow }, row) => Number(strongBelow[row] === 1),
  "first row": (_, row) => Number(row === 0),
  "second row": (_, row) => Number(row === 1),
  "last row": ({ count }, row) => Number(row === count - 1),
  "gap above": ({ gaps }, row) => Number((gaps[row] ?? 0) > 0),
  "wide gap above": ({ gaps }, row) => Number((gaps[row] ?? 0) > 1),
  "gap below": ({ gaps }, row) => Number((gaps[row + 1] ?? 0) > 0),
  "wide gap below": ({ gaps }, row) => Number((gaps[row + 1] ?? 0) > 1),
};

const NEIGHBOURS: Readonly<Record<string, RowFeature>> = {
  "like the row above": (rows, row) => likeness(rows, row, row - 1, row - 1),
  "like the row below": (rows, row) => likeness(rows, row, row + 1, row + 1),
  "like five rows above": (rows, row) => likeness(rows, row, row - 5, row - 1),
  "like five rows below": (rows, row) => likeness(rows, row, row + 1, row + 5),
  "next row begins with a figure": (rows, row) => Number(kindAt(rows, row + 1, 0) === FIGURE),
  "next row has no figures": ({ figures, count }, row) => Number(row + 1 < count && figures[row + 1] === 0),
  "next row has only its first cell": ({ filled, first, count }, row) =>
    Number(row + 1 < count && filled[row + 1] === 1 && first[row + 1] === 0),
  "next row's first cell blank over filled ones": (rows, row) =>
    Number(row + 1 < rows.count && rows.first[row + 1] !== 0 && filledBelow(rows, row + 1) >= 0.5),
  "next row full": ({ filled, usualFilled, count }, row) =>
    Number(row + 1 < count && (filled[row + 1] ?? 0) >= usualFilled),
  "next row has digits in its first text": (rows, row) => Number(firstText(rows, row + 1, MARK_DIGIT)),
  "next row over 40 wide": (rows, row) => Number(firstWidth(rows, row + 1) > 40),
  "row above has no figures": ({ figures }, row) => Number(row > 0 && figures[row - 1] === 0),
  "row above has only its first cell": ({ filled, first }, row) =>
    Number(row > 0 && filled[row - 1] === 1 && first[row - 1] === 0),
  "row above full": ({ filled, usualFilled }, row) =>
    Number(row > 0 && (filled[row - 1] ?? 0) >= usualFilled),
  "row above's first cell blank over filled ones": (rows, row) =>
    Number(row > 0 && rows.first[row - 1] !== 0 && filledBelow(rows, row - 1) >= 0.5),
  "row above over 40 wide": (rows, row) => Number(firstWidth(rows, row - 1) > 40),
  "wider than the row above": ({ filled }, row) =>
    Number(row > 0 && (filled[row] ?? 0) > (filled[row - 1] ?? 0)),
  "wider than the row below": ({ filled, count }, row) =>
    Number(row + 1 < count && (filled[row] ?? 0) > (filled[row + 1] ?? 0)),
};

const FEATURES: readonly (readonly [string, RowFeature])[] = [
  CONTENT,
  FIGURES,
  TEXTS,
  PLACE,
  NEIGHBOURS,
].flatMap((group) => Object.entries(group));

/** The names of all features, in the order of `rowFeatures`. */
export const FEATURE_NAMES: readonly string[] = FEATURES.map(([name]) => name);

/** Writes the features of a row into `into`, in the order of `FEATURE_NAMES`. */
export function rowFeatures(rows: RegionRows, row: number, into: Float64Array): void {
  for (let index = 0; index < FEATURES.length; index += 1) into[index] = FEATURES[index]?.[1](rows, row) ?? 0;
}
