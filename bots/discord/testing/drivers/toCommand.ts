/** What a person chose and typed for the options of a command; a person is named by user id. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>

export type CommandOptions = {
  readonly user: string
  /** The command with its group and subcommand, as a person reads it: `medikey grant`. */
  readonly command: string
  readonly options?: OptionValues
  readonly channel?: string
  /** What a hostile client would send: it is looked at by nobody before the app. */
  readonly forge?: {
    /** Instead of the options that the definition asks for. */
    readonly options?: readonly unknown[]
    readonly name?: string
  }
}

export type AutocompleteOptions = CommandOptions & {
  /** The option that is being typed, and what stands there so far. */
  readonly focused: { readonly name: string; readonly value: string }
}
