/** An error that the host answers to the client, with Excel's own code for it. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = "",
  ) {
    super(message);
    this.name = "HostError";
  }
}

/** A member that the emulator does not model. Named, so that it is seen at once. */
export function apiNotFound(className: string, member: string): HostError {
  const name = `${className}.${member}`;
  return new HostError("ApiNotFound", `The host emulator does not model ${name}.`, name);
}

/** An argument that Excel would refuse. */
export function invalidArgument(message: string): HostError {
  return new HostError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format. ${message}`,
  );
}

/** Something asked for by name or id that is not there. */
export function itemNotFound(what: string): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}.`);
}

/** A write to something that is protected. */
export function accessDenied(what: string): HostError {
  return new HostError("AccessDenied", `You cannot perform the requested operation: ${what} is protected.`);
}
