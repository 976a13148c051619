import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { createDirectory, type Deps } from '@medikey/core'
import { type Clinic, createClinic } from '@medikey/core/testing'
import { startJobs } from '@medikey/jobs'
import { type ControlServer, createLogger, NotRunningError, serveControl } from '@medikey/runtime'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestContext } from '../../testing/createTestContext.ts'
import { createPersonaIdentities } from '../demo/createPersonaIdentities.ts'
import { createSayHandler } from '../say/createSayHandler.ts'
import { createTerminalMessenger } from '../terminal/createTerminalMessenger.ts'
import { createSayCommand } from './say.ts'

const logger = createLogger({ level: 'silent', name: 'test' })
const nobody = new Writable({ write: (_chunk, _encoding, done) => done() })

let dir: string
let clinic: Clinic
let ends: (() => Promise<unknown>)[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mk-say-'))
  ends = []
})
afterEach(async () => {
  for (const end of ends.reverse()) await end()
  rmSync(dir, { recursive: true })
})

/** The running demo, as far as another command meets it. */
async function runDemo(settings: Partial<Deps['settings']> = {}): Promise<void> {
  clinic = createClinic({
    platform: 'terminal',
    settings: { demo: true, platforms: ['terminal'], ...settings },
  })
  const deps: Deps = {
    ...clinic.deps,
    directory: createDirectory({
      identities: createPersonaIdentities(),
      workspaces: { terminal: 'demo' },
    }),
  }
  const terminal = createTerminalMessenger({ out: nobody })
  const jobs = await startJobs({ deps, queue: clinic.memory.queue, messengers: [terminal], logger })
  ends.push(() => jobs.stop())
  const server: ControlServer = await serveControl({
    socketPath: join(dir, 'medikey.sock'),
    handlers: { say: createSayHandler(deps, { terminal }) },
    logger,
  })
  ends.push(() => server.close({ graceMs: 0 }))
}

async function say(...args: string[]): Promise<string> {
  const run = createTestContext({ cwd: dir, env: { MEDIKEY_DATA_DIR: dir } })
  await createSayCommand(run.context)
    .exitOverride()
    .configureOutput({ writeErr() {} })
    .parseAsync(args, {
      from: 'user',
    })
  return run.stdout()
}

const findRequest = async () => {
  const [request] = await clinic.deps.store.findRequests({ limit: 1 })
  if (request === undefined) throw new Error('Nobody asked for anything.')
  return request
}

describe('in the demo', () => {
  beforeEach(() => runDemo())

  test('somebody asks, and reads the answer and the card that it led to', async () => {
    const drawn = await say('alice', 'grant 1 @nadia 500 for 8h ward round')
    const { id } = await findRequest()
    expect(drawn).toMatch(/^Only visible to @alice\n/)
    expect(drawn).toContain('#approvals\n┌')
    expect(drawn).toContain('Nadia Rahman (@nadia)')
    expect(drawn).toContain(`[ Approve ]  medikey say cmo "approve ${id}"`)
    expect(drawn).toContain(`[ Deny ]  medikey say cmo "deny ${id} <reason>"`)
  })

  test('the command below a button does what the button does', async () => {
    await say('alice', 'grant 1 @nadia 500 ward round')
    const { id } = await findRequest()
    const drawn = await say('cmo', `deny ${id} not on this ward`)
    expect((await findRequest()).status).toBe('denied')
    expect(drawn).toContain('#approvals, edited')
    expect(drawn).toContain('Direct message to @alice')
  })

  test('words need no quotes, and may begin as they do in a chat', async () => {
    await say('alice', '/medikey', 'grant', '1', '@Tom', '200', 'night', 'shift')
    expect(await findRequest()).toMatchObject({ accessLimit: 200n, reason: 'night shift' })
  })

  test('a name in a reason stays as it was typed', async () => {
    await say('alice', 'grant 1 @nadia 500 covers for @tom')
    expect((await findRequest()).reason).toBe('covers for @tom')
  })

  test('where the physician is asked first, the card says what they would type', async () => {
    const drawn = await say('nadia', 'request 1 200 for 8h night shift')
    const { id } = await findRequest()
    expect(drawn).toContain(`[ Consent ]  medikey say alice "approve ${id}"`)
    expect(await say('alice', `approve ${id}`)).toContain(`[ Approve ]  medikey say cmo "approve ${id}"`)
    expect((await findRequest()).status).toBe('pending')
  })

  test('a confirmation is clicked with the word that stands below it, and its card follows', async () => {
    clinic.ledger.disturbBroadcast({ after: () => clinic.ledger.mine() })
    const asked = await say('alice', 'create 500 Cardiology')
    const { id } = await findRequest()
    expect(asked).toContain(`[ Confirm ]  medikey say alice "confirm ${id}"`)
    expect(asked).toContain(`[ Cancel ]  medikey say alice "cancel ${id}"`)
    expect(await say('ben', `confirm ${id}`)).toContain('✗')
    expect((await findRequest()).status).toBe('unconfirmed')
    expect(await say('alice', `confirm ${id}`)).toMatch(/Direct message to @alice.*on chain in block/s)
  })

  test('what a form would ask for is listed, with the whole command to type', async () => {
    const drawn = await say('alice', 'grant 1 @nadia')
    expect(drawn).toContain('Limit   missing: volume units, such as 500')
    expect(drawn).toContain('Reason  missing: ')
    expect(drawn).not.toContain('For how long  ')
    expect(drawn).toContain('medikey say alice "grant 1 @nadia <limit> [for <duration>] <reason>"')
  })

  test('a form that a decision needs is listed too', async () => {
    await say('alice', 'grant 1 @nadia 500 ward round')
    const { id } = await findRequest()
    expect(await say('cmo', `deny ${id}`)).toContain(`medikey say cmo "deny ${id} <reason>"`)
    expect((await findRequest()).status).toBe('pending')
  })

  test.each([
    [
      'somebody whom nobody knows',
      'privilege 1 @mallory',
      'There is no @mallory in the demo: name one of @cmo,',
    ],
    ['a subcommand that there is not', 'grnt 1', 'There is no /medikey grnt.'],
    ['a word too many', 'record 1 please', 'I cannot place “please”'],
    ['a click on what nobody asked for', 'confirm k3x9q1mz7t', 'There is no such request'],
  ])('%s is refused as in a chat', async (_, text, sentence) => {
    expect(await say('alice', text)).toContain(sentence)
  })

  test('somebody else’s record is refused, and nothing is posted', async () => {
    const drawn = await say('ben', 'grant 1 @nadia 500 ward round')
    expect(drawn).toContain('✗')
    expect(drawn).not.toContain('#approvals')
  })

  test('as JSON it is the messages themselves', async () => {
    const said = JSON.parse(await say('alice', 'grant 1 @nadia 500 ward round', '--json'))
    expect(said).toMatchObject({
      answer: { message: { tone: 'waiting' } },
      shown: [{ kind: 'card', header: '#approvals', message: { actions: [{ kind: 'approve' }, {}] } }],
      isTold: true,
    })
    expect(JSON.parse(await say('alice', 'grant 1', '--json')).answer).toMatchObject({
      form: { id: 'grant' },
    })
  })

  test('a persona that there is not is refused before anything is sent', async () => {
    await expect(say('mallory', 'whoami')).rejects.toThrow(/mallory.*cmo, alice, ben, nadia, tom, ines/s)
  })
})

test('without a running MediKey it says how to start one', async () => {
  await expect(say('alice', 'whoami')).rejects.toThrow(NotRunningError)
})

test('where a chat is connected nobody speaks for anybody', async () => {
  await runDemo({ platforms: ['slack', 'discord'] })
  await expect(say('alice', 'grant 1 @nadia 500 ward round')).rejects.toThrow(
    'this MediKey speaks with slack and discord: type /medikey there',
  )
  expect(await clinic.deps.store.findRequests({ limit: 1 })).toEqual([])
})

test.each([
  ['with the terminal', ['terminal']],
  ['without a chat', []],
] as const)('on a chain that is no local one, %s, nobody speaks for anybody', async (_, platforms) => {
  await runDemo({ platforms, demo: false })
  await expect(say('alice', 'whoami')).rejects.toThrow('start one without STACKS_API_URL')
})

test('the help lists the people and what they can say', () => {
  const { context } = createTestContext({ cwd: dir })
  let help = ''
  createSayCommand(context)
    .configureOutput({ writeOut: (text) => (help += text) })
    .outputHelp()
  expect(help).toMatch(/nadia +Nadia Rahman, nurse/)
  expect(help).toContain('grant <record> <staff> <limit> [for <duration>] <reason>')
})
