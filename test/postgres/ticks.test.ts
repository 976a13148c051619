import { afterAll, expect, test } from 'vitest'
import { createCleanup } from '../harness/createCleanup.ts'
import { runTicks } from '../ticks/runTicks.ts'

const cleanup = createCleanup()
afterAll(cleanup.run)

const serverUrl = () => {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL server for tests.')
  return url
}

test('of two processes one runs each tick', async () => {
  expect(await runTicks({ serverUrl: serverUrl(), ticks: 15, cleanup })).toMatchObject({
    lost: [],
    twice: [],
  })
})

test('when one of them is killed the other runs all that come', async () => {
  const tally = await runTicks({ serverUrl: serverUrl(), ticks: 12, killAfter: 6, cleanup })
  expect(tally).toMatchObject({ lost: [], twice: [] })
})
