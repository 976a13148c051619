/** What names one run of the model: a seed alone begins a new search, the paths lead to one counterexample. */
export type Replay = { readonly seed: number; readonly path?: string; readonly replayPath?: string }
