import { BaseError } from '@medikey/errors'

/**
 * The configuration is not usable. It carries every problem at once, one sentence each, by the name of
 * the setting, so that an administrator mends the file in one round.
 *
 * @example
 * new ConfigError({ problems: ['PORT must be a whole number from 0 to 65535.'] }).problems.length // 1
 */
export class ConfigError extends BaseError {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(options: { problems: readonly string[] }) {
    const count = options.problems.length
    const shortMessage = `The configuration has ${count === 1 ? 'one problem' : `${count} problems`}.`
    super({
      code: 'CONFIG_INVALID',
      shortMessage,
      metaMessages: options.problems,
      userMessage: [shortMessage, ...options.problems].join('\n'),
    })
    this.problems = options.problems
  }
}
