import { expect, test } from 'vitest'
import { StoreUnavailableError } from './StoreUnavailableError.ts'
import { toStoreError } from './toStoreError.ts'

const CHECK_THE_SERVER = 'Check DATABASE_URL and that the server runs.'

test.each([
  ['ECONNRESET', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }), CHECK_THE_SERVER],
  ['57P01', Object.assign(new Error('terminating connection'), { code: '57P01' }), CHECK_THE_SERVER],
  ['Connection terminated unexpectedly', new Error('Connection terminated unexpectedly'), CHECK_THE_SERVER],
  ['PGlite is closed', new Error('PGlite is closed'), 'Start MediKey again.'],
])('a lost connection (%s) says what to do', (reason, thrown, advice) => {
  const error = toStoreError(thrown)
  expect(error).toBeInstanceOf(StoreUnavailableError)
  expect(error).toMatchObject({
    shortMessage: `Cannot reach the database. The connection was lost (${reason}). ${advice}`,
    retryable: true,
  })
})
