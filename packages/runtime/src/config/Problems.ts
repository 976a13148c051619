/** Collects what is wrong with the configuration, so that all of it is told at once. */
export type Problems = {
  /** @param problem One whole sentence that names the setting and says what to do. */
  add(problem: string): void
}
