/** What a person does with an alert. Times in milliseconds. */
export type AlertAct =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'silence'; readonly durationMs: number; readonly reason: string }
  | { readonly kind: 'unsilence' }
