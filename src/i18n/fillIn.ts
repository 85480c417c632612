export type MessageParameters = Readonly<Record<string, string | number>>;

/** A message with its `{name}` places filled in. A place without its parameter stays visible. */
export function fillIn(message: string, parameters: MessageParameters): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}
