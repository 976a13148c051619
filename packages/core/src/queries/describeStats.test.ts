import { expect, test } from 'vitest'
import { createClinic, type Handle, people } from '../../testing/index.ts'
import { describeStats } from './describeStats.ts'

const clinic = createClinic()
const ask = async (handle: Handle | 'mallory', whom = '') =>
  JSON.stringify(await describeStats(clinic.deps, { account: clinic.account(handle), whom }))

test('a physician sees their own, unless they name somebody', async () => {
  expect(await ask('alice')).toMatch(/Statistics of alice.*"2".*"1,050"/)
  expect(await ask('nadia', '<@U0BEN>')).toMatch(/Statistics of ben.*"1".*"1,000"/)
  expect(await ask('nadia', people.alice)).toContain('Statistics of alice')
})

test('somebody without a record has nothing to count', async () => {
  expect(await ask('nadia')).toContain('nadia is the physician of no record')
})

test('a name typed by hand is refused, and so is somebody who is not linked', async () => {
  await expect(ask('nadia', '@ben')).rejects.toMatchObject({ problems: [{ field: 'staff' }] })
  await expect(ask('mallory')).rejects.toMatchObject({ code: 'NOT_LINKED' })
})
