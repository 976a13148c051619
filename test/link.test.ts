import { renderText } from '@medikey/slack/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCleanup } from './harness/createCleanup.ts'
import { medikeyMain } from './harness/medikeyMain.ts'
import { openClinic, type TestClinic } from './harness/openClinic.ts'
import { startChain } from './harness/startChain.ts'
import { createMedikeyEnvironment } from './harness/startMedikey.ts'
import { startProcess } from './harness/startProcess.ts'
import { waitUntil } from './harness/waitUntil.ts'

const cleanup = createCleanup()
let clinic: TestClinic

beforeAll(async () => {
  const chain = await startChain({ blockTimeMs: 250, cleanup })
  clinic = await openClinic(chain, { cleanup, unlinked: ['ines'] })
})
afterAll(cleanup.run)

/** What somebody is answered who types `/medikey` and the text. */
async function type(user: string, text: string): Promise<string> {
  const { slack } = clinic
  const earlier = slack.ephemerals(user).length
  await slack.command({ user, text, channel: 'C0WARD' })
  const look = () => slack.ephemerals(user)[earlier]
  return renderText(await waitUntil({ what: `an answer to ${user}`, withinMs: 20_000, look }))
}

/** Runs what the answer says, as Inês would on her own machine, and gives what is to be pasted. */
async function sign(answer: string): Promise<string> {
  const [, challenge = ''] = /medikey identity sign (\S+)/.exec(answer) ?? []
  const signing = startProcess({
    script: medikeyMain,
    args: ['identity', 'sign', challenge, '--persona', 'ines', '--yes'],
    env: createMedikeyEnvironment(clinic.options),
    cwd: clinic.options.directory,
  })
  const { code } = await signing.exited
  expect(code, signing.stderr()).toBe(0)
  expect(signing.stderr()).toContain('slack user U0INES')
  return signing.stdout().trim().replace('/medikey ', '')
}

test('somebody proves in Slack who they are, is it after a restart, and ends it', async () => {
  const medikey = await clinic.start()
  expect(await type('U0INES', 'whoami')).toContain('not linked')
  const line = await sign(await type('U0INES', 'link'))
  expect(await type('U0BEN', line)).toContain('type /medikey link first')
  expect(await type('U0INES', line)).toContain('You proved to be')
  expect(await type('U0INES', line)).toContain('used already')
  expect(await type('U0ALICE', 'privilege 1 @ines')).not.toContain('not linked')

  await medikey.stop()
  await clinic.start()
  expect(await type('U0INES', 'whoami')).toContain('proven with your key')
  expect(await type('U0INES', 'records')).toContain('Records')
  expect(await type('U0INES', 'unlink')).toContain('no longer linked')
  expect(await type('U0INES', 'records')).toContain('not linked')
})
