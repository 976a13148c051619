/** How often each function gave each answer, by `<function> ok` and `<function> u<code>`. */
export type Tally = Map<string, number>
