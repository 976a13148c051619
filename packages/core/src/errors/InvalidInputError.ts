import { BaseError } from '@medikey/errors'

/** The part of a request that a person typed, by the name a form gives it. */
export type InputField =
  | 'record'
  | 'staff'
  | 'limit'
  | 'duration'
  | 'reason'
  | 'volume'
  | 'category'
  | 'purpose'
  | 'page'
  | 'command'

/** What is wrong with one part, as a sentence that says what to give instead. */
export type InputProblem = { readonly field: InputField; readonly message: string }

/** What a person typed cannot be read. Lists every problem, each with the field it belongs to. */
export class InvalidInputError extends BaseError {
  override readonly name = 'InvalidInputError'
  readonly problems: readonly InputProblem[]

  constructor(problems: readonly InputProblem[]) {
    super({
      code: 'INVALID_INPUT',
      shortMessage: `Input was refused: ${problems.map((problem) => problem.field).join(', ')}.`,
      userMessage: problems.map((problem) => problem.message).join(' '),
    })
    this.problems = problems
  }
}
