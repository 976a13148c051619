import { BaseError } from '@medikey/errors'

/** The package was installed without its migrations. */
export class MigrationsMissingError extends BaseError {
  override readonly name = 'MigrationsMissingError'
  constructor() {
    super({
      code: 'STORE_MIGRATIONS_MISSING',
      shortMessage: 'The migrations of the store are missing from its package: install MediKey again.',
    })
  }
}
