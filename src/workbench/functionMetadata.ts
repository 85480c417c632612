/** A parameter of a custom function as the add-in's metadata file declares it. */
export interface FunctionParameter {
  readonly name: string;
  readonly description?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** A custom function as the add-in's metadata file declares it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly FunctionParameter[];
}

/**
 * Reads the text of a functions metadata file. The build makes these files and a test holds them to their
 * format, so that it is only looked whether this is one at all.
 *
 * @throws when it is none
 */
export function readFunctionMetadata(text: string): readonly FunctionMetadata[] {
  const content: unknown = JSON.parse(text);
  if (
    typeof content === "object" &&
    content !== null &&
    "functions" in content &&
    Array.isArray(content.functions)
  ) {
    return content.functions as readonly FunctionMetadata[];
  }
  throw new Error("This is no functions metadata");
}
