import { InvalidArgumentError } from './InvalidArgumentError.ts'

/** Text that is no principal, or a principal of another network. */
export class InvalidPrincipalError extends InvalidArgumentError {
  override readonly name: string = 'InvalidPrincipalError'

  constructor(o: { argument?: string; problem: string }) {
    super({ argument: o.argument ?? 'principal', problem: o.problem, code: 'INVALID_PRINCIPAL' })
  }
}
