import { BaseError } from '@medikey/errors'

/** A write broke a rule that the database holds. */
export class StoreRuleError extends BaseError {
  override readonly name = 'StoreRuleError'
  /** The constraint or index that refused, as the migrations name it. */
  readonly rule: string
  constructor(options: { rule: string }) {
    super({
      code: 'STORE_RULE',
      shortMessage: `The store refused a write: it would break the rule ${options.rule}.`,
      userMessage: 'This could not be saved because something else was saved first. Look again and retry.',
    })
    this.rule = options.rule
  }
}
