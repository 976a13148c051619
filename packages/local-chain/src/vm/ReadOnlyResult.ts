/** The answer of a read-only call, with the cause in the VM's words when there is none. */
export type ReadOnlyResult =
  | { readonly ok: true; readonly result: string }
  | { readonly ok: false; readonly cause: string }
