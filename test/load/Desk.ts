/** People at a chat platform who type without pause. */
export type Desk = {
  readonly platform: string
  /**
   * Types the nth command.
   *
   * @returns the key that its answer bears
   * @throws Error when the platform cannot bring it to MediKey, or MediKey does not acknowledge
   */
  type(n: number): Promise<string>
  /** The keys of the answers since the last time; one that was answered twice is there twice. */
  takeAnswers(): readonly string[]
  /** Ends MediKey's connection as the platform does it. */
  reconnect(): void
}
