/**
 * Whether something thrown is one of Node's own errors, which carry a code such as `ENOENT`. Asked by its shape:
 * errors of Node's core are no instances of `Error` for code that runs in a context of its own.
 */
export function isSystemError(error: unknown): error is { readonly code: string; readonly message: string } {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string" &&
    "message" in error &&
    typeof error.message === "string"
  );
}
