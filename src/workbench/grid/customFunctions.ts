import { BooleanNumber, type IDisposable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type IFunctionInfo,
} from "@univerjs/engine-formula";
import { IRegisterFunctionService } from "@univerjs/sheets-formula";
import { cellAddress, sheetReference } from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import type { FunctionMetadata } from "../functionMetadata";
import type { FunctionAnswers, FunctionArgument } from "./functionAnswers";
import type { Grid } from "./startGrid";

/**
 * Makes the add-in's functions known to the grid, so that cells can call them. A result of more than one cell
 * spills.
 *
 * @param namespace what stands before the dot of their names
 */
export function registerCustomFunctions(
  grid: Grid,
  namespace: string,
  functions: readonly FunctionMetadata[],
  answers: FunctionAnswers,
): IDisposable {
  const injector = grid.univer.__getInjector();
  const executors = injector.get(IFunctionService);
  const registered = functions.map((metadata) => {
    const name = `${namespace}.${metadata.name}`;
    // Registering goes through the library's service, for the formula editor's sake; the executor that it
    // makes can't tell a blank from a zero, so ours takes its place.
    const registration = injector.get(IRegisterFunctionService).registerFunction({
      name,
      func: () => ErrorType.VALUE,
      description: describe(name, metadata),
    });
    executors.registerExecutors(new HostedFunction(name, metadata, answers));
    return registration;
  });
  return {
    dispose: () => {
      for (const registration of registered) registration.dispose();
    },
  };
}

/** A function whose work is done elsewhere: its cell is busy until the answer comes. */
class HostedFunction extends BaseFunction {
  override needsSheetsInfo = true;

  constructor(
    name: string,
    private readonly metadata: FunctionMetadata,
    private readonly answers: FunctionAnswers,
  ) {
    super(name);
  }

  override calculate(...variants: BaseValueObject[]): ReturnType<BaseFunction["calculate"]> {
    const { row, column } = this;
    const unitId = this.unitId ?? "";
    const sheetId = this.subUnitId ?? "";
    const sheet = this.getSheetsInfo().sheetNameMap[sheetId] ?? "";
    const answer = this.answers.get(
      this.metadata.id,
      withLeftOut(variants.map(argumentOf), this.metadata),
      { unitId, sheetId, range: { startRow: row, endRow: row, startColumn: column, endColumn: column } },
      sheetReference(sheet, cellAddress({ row, column })),
    );
    return answer ? gridResultOf(answer) : ErrorValueObject.create(ErrorType.CONNECT);
  }
}

/** Excel passes an argument for every parameter, also for those left out at the end. */
function withLeftOut(
  given: readonly FunctionArgument[],
  metadata: FunctionMetadata,
): readonly FunctionArgument[] {
  const expected = metadata.parameters.filter((parameter) => !parameter.repeating).length;
  const leftOut = Array.from({ length: Math.max(0, expected - given.length) }, () => undefined);
  return [...given, ...leftOut];
}

function argumentOf(variant: BaseValueObject): FunctionArgument {
  if (variant.isNull()) return undefined;
  if (!(variant instanceof ArrayValueObject)) return [[valueOf(variant)]];
  return variant.getArrayValue().map((row) => row.map((cell) => (cell ? valueOf(cell) : null)));
}

function valueOf(value: BaseValueObject): CellValue {
  if (value.isNull()) return null;
  if (value.isError()) return { error: String(value.getValue()) };
  return value.getValue();
}

function gridResultOf(rows: readonly (readonly CellValue[])[]): BaseValueObject {
  const values = rows.map((row) => row.map(gridValueOf));
  const columnCount = values[0]?.length ?? 0;
  const single = values[0]?.[0];
  if (values.length === 1 && columnCount === 1 && single) return single;
  return ArrayValueObject.create({
    calculateValueList: values,
    rowCount: values.length,
    columnCount,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function gridValueOf(value: CellValue): BaseValueObject {
  switch (typeof value) {
    case "number":
      return NumberValueObject.create(value);
    case "boolean":
      return BooleanValueObject.create(value);
    case "string":
      return StringValueObject.create(value);
    default:
      // An empty cell in a result shows as an empty text, as in Excel.
      return value === null ? StringValueObject.create("") : ErrorValueObject.create(gridError(value.error));
  }
}

function gridError(error: string): ErrorType {
  const errors: Readonly<Record<string, ErrorType>> = Object.fromEntries(
    Object.values(ErrorType).map((known) => [known, known]),
  );
  return errors[error] ?? ErrorType.VALUE;
}

function describe(name: string, metadata: FunctionMetadata): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: metadata.description ?? "",
    abstract: metadata.description ?? "",
    functionParameter: metadata.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: "",
      require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: parameter.repeating ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    })),
  };
}
