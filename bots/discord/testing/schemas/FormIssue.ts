/** Something wrong in a form body: where, and Discord's word for it. */
export type FormIssue = {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly message: string
}
