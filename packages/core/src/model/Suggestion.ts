/** What may complete what somebody types: the value that is sent, and what they read, in at most 100 characters. */
export type Suggestion = { readonly value: string; readonly label: string }
