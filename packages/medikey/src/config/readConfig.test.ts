import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '@medikey/runtime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './readConfig.ts'

let cwd: string
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'medikey-config-'))
})
afterEach(() => rm(cwd, { recursive: true }))

async function read(yaml: string) {
  await writeFile(join(cwd, 'medikey.yaml'), yaml)
  return readConfig({ env: {}, cwd })
}

const expiry = (text: string) => `approvals: { grant: { approvalExpiresIn: ${text} } }`

test.each([
  ['30m', 1_800_000],
  ['8H', 28_800_000],
  ['2w', 1_209_600_000],
  ['366d', 31_622_400_000],
])('a duration of the file is read as it is in chat: %s', async (text, milliseconds) => {
  expect((await read(expiry(text))).approvals.grant.approvalExpiresIn).toBe(milliseconds)
})

test.each(['8 h', '0h', '-1h', '1.5h', '90s', '367d', '53w'])('%s is no duration', async (text) => {
  await expect(read(expiry(text))).rejects.toMatchObject({
    problems: [
      'approvals.grant.approvalExpiresIn must be a duration such as 30m, 8h, 7d or 2w, at most a year.',
    ],
  })
})

test('an address of another network is named, with what is wrong', async () => {
  const reading = read('auditors: [SP2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC]')
  await expect(reading).rejects.toBeInstanceOf(ConfigError)
  await expect(reading).rejects.toMatchObject({ problems: [expect.stringMatching(/^auditors\[0\]: /)] })
})
