import { z } from "zod";

const metadataFile = z.object({
  functions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string().default(""),
      parameters: z.array(
        z.object({
          name: z.string(),
          description: z.string().optional(),
          optional: z.boolean().optional(),
          repeating: z.boolean().optional(),
        }),
      ),
    }),
  ),
});

/** A custom function as the add-in's metadata file declares it. */
export type FunctionMetadata = z.infer<typeof metadataFile>["functions"][number];

/** Reads a functions metadata file; throws where it is not one. */
export function readFunctionMetadata(content: unknown): readonly FunctionMetadata[] {
  return metadataFile.parse(content).functions;
}
