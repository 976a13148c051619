import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { type SlackClinic, startClinic } from '../../testing/startClinic.ts'

async function type(clinic: SlackClinic, user: string, text: string, channel = 'C0WARD') {
  const before = clinic.slack.ephemerals(user).length
  const delivery = await clinic.slack.command({ user, text, channel })
  const answer = await vi.waitFor(() => {
    const found = clinic.slack.ephemerals(user).at(before)
    if (found === undefined) throw new Error('no answer yet')
    return found
  })
  return { delivery, answer, text: renderText(answer) }
}

async function askForGrant(clinic: SlackClinic, text = 'grant 1 @nadia 500 ward round'): Promise<string> {
  await type(clinic, 'U0ALICE', text)
  const [request] = await clinic.clinic.deps.store.findRequests({ limit: 1 })
  if (request === undefined) throw new Error('no request')
  return request.id
}

describe('reads are answered to nobody else', () => {
  test.each([
    ['help', 'What you may do'],
    ['', 'What you may do'],
    ['whoami', 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'],
    ['pending', 'Open requests'],
    ['records', 'Records · page 1'],
    ['records mine 1', 'Records of alice'],
    ['records of @alice', 'Records of alice'],
    ['privilege 1 @nadia', '@U0NADIA has no access'],
    ['record 1', 'Record 1'],
  ])('/medikey %s', async (text, expected) => {
    const clinic = await startClinic()
    const { answer, text: shown } = await type(clinic, 'U0ALICE', text)
    expect(answer).toMatchObject({ via: 'response_url', user: 'U0ALICE', channel: 'C0WARD' })
    expect(shown).toContain(expected)
    expect(shown).not.toContain('went wrong')
    expect(clinic.slack.messages('C0WARD')).toEqual([])
    expect(clinic.log.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('a word that is no subcommand is named, with where to look', async () => {
    const { text } = await type(await startClinic(), 'U0ALICE', 'graant 1 *x*')
    expect(text).toContain('There is no /medikey graant.')
    expect(text).toContain('/medikey help')
  })
})

test('words that cannot be placed are told as they were typed', async () => {
  const { text } = await type(await startClinic(), 'U0ALICE', 'record 1 <b> & @nadia')
  expect(text).toContain('I cannot place “<b> & @nadia”')
})

describe('refusals say what to do, and nothing else', () => {
  test('somebody who is not linked learns that, and nothing about the record', async () => {
    const clinic = await startClinic({ world: { people: ['mallory'] } })
    const { text } = await type(clinic, 'U0MALLORY', 'record 1')
    expect(text).toContain('not linked')
    expect(text).not.toContain('volume')
  })

  test('somebody of another workspace in a shared channel is not the one with the same user id here', async () => {
    const clinic = await startClinic({ world: { guests: { team: 'T0OTHER', people: ['alice'] } } })
    const { text } = await type(clinic, 'U0ALICE', 'whoami')
    expect(text).toContain('T0OTHER')
    expect(text).not.toContain('ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5')
  })

  test.each([
    ['grant 1 @nadia 0 ward round', 'A limit of 0 would grant nothing'],
    ['grant 1 @nadia 0.5 ward round', 'whole number'],
    ['grant 1 nadia 5 ward round', 'mention chosen from the list'],
    ['grant one @nadia 5 ward round', 'such as 7'],
    ['grant 1 @nadia 5 for 3y ward round', '30m, 8h, 7d, 2w'],
    ['grant 1 @alice 5 ward round', 'for yourself'],
    ['grant 3 @nadia 5 ward round', 'physician'],
    ['grant 99 @nadia 5 ward round', 'no record'],
    ['record', 'Say which record'],
    ['approve', 'Say which request'],
    ['approve nosuchrequest', 'no such request'],
    ['cancel nosuchrequest', 'no such request'],
    ['deny nosuchrequest because', 'no such request'],
  ])('/medikey %s', async (text, expected) => {
    const clinic = await startClinic()
    const answered = await type(clinic, 'U0ALICE', text)
    expect(answered.text).toMatch(/^⛔ /)
    expect(answered.text).toContain(expected)
    expect(answered.text).not.toContain('went wrong')
    expect(await clinic.clinic.deps.store.findRequests({ limit: 1 })).toEqual([])
  })

  test('what breaks inside is logged once, and the person is told without a word of it', async () => {
    const clinic = await startClinic()
    clinic.clinic.ledger.disturbReads(() => {
      throw new Error('secret inner detail')
    })
    const { text } = await type(clinic, 'U0ALICE', 'grant 1 @nadia 5 ward round')
    expect(text).toContain('Something went wrong')
    expect(text).not.toContain('secret')
    expect(clinic.log.filter(({ level }) => level === 'error')).toMatchObject([
      {
        message: 'slack listener failed',
        fields: { listener: 'command', err: { message: 'secret inner detail' } },
      },
    ])
  })
})

describe('an acknowledgement waits for nothing', () => {
  test.each(['socket', 'http'] as const)('over %s, while the chain does not answer', async (mode) => {
    const clinic = await startClinic({ mode })
    const chain = Promise.withResolvers<void>()
    clinic.clinic.ledger.disturbReads(() => chain.promise)
    await clinic.slack.command({ user: 'U0ALICE', text: 'record 1' })
    expect(clinic.slack.ephemerals('U0ALICE')).toEqual([])
    chain.resolve()
    await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(1))
  })

  test('a shutdown waits for what was acknowledged', async () => {
    const clinic = await startClinic()
    const chain = Promise.withResolvers<void>()
    clinic.clinic.ledger.disturbReads(() => chain.promise)
    await clinic.slack.command({ user: 'U0ALICE', text: 'record 1' })
    const answersAtTheEnd = clinic.app.stop().then(() => clinic.slack.ephemerals('U0ALICE').length)
    await vi.waitFor(() => expect(clinic.slack.countConnections()).toBe(0))
    chain.resolve()
    expect(await answersAtTheEnd).toBe(1)
  })
})

describe('what is typed reaches core as it was meant', () => {
  test('a reason with markup, mentions and addresses is kept as text', async () => {
    const clinic = await startClinic()
    await askForGrant(clinic, 'grant 1 @nadia 500 ask @tom & <b> about https://a.example *now*')
    const [request] = await clinic.clinic.deps.store.findRequests({ limit: 1 })
    expect(request?.reason).toBe('ask @tom & <b> about https://a.example *now*')
  })

  test('a typed user id is no mention', async () => {
    const { text } = await type(await startClinic(), 'U0ALICE', 'grant 1 <@U0NADIA> 5 ward round')
    expect(text).toContain('mention chosen from the list')
  })

  test('the same command delivered twice asks once and is answered the same', async () => {
    const clinic = await startClinic()
    const { delivery, text } = await type(clinic, 'U0ALICE', 'grant 1 @nadia 500 ward round')
    await delivery.redeliver()
    await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE').map(renderText)).toEqual([text, text]))
    expect(await clinic.clinic.deps.store.findRequests({ limit: 10 })).toHaveLength(1)
  })
})

describe('typed decisions are the same as the buttons', () => {
  test('approve', async () => {
    const clinic = await startClinic()
    const { text } = await type(clinic, 'U0CMO', `approve ${await askForGrant(clinic)}`)
    expect(text).toContain('You approved')
  })

  test('deny with a reason', async () => {
    const clinic = await startClinic()
    const id = await askForGrant(clinic)
    const { text } = await type(clinic, 'U0CMO', `deny ${id} not on this ward`)
    expect(text).toContain('not on this ward')
    expect(await clinic.clinic.deps.store.getRequest(id)).toMatchObject({
      decisionReason: 'not on this ward',
    })
  })

  test('deny without a reason opens the form that asks for it', async () => {
    const clinic = await startClinic()
    const id = await askForGrant(clinic)
    await clinic.slack.command({ user: 'U0CMO', text: `deny ${id}` })
    const view = await vi.waitFor(() => clinic.slack.modal('U0CMO') ?? Promise.reject(new Error('no form')))
    await clinic.slack.submitView({ view, values: { reason: 'not on this ward' } })
    await vi.waitFor(async () =>
      expect(await clinic.clinic.deps.store.getRequest(id)).toMatchObject({ status: 'denied' }),
    )
  })

  test('cancel', async () => {
    const clinic = await startClinic()
    const { text } = await type(clinic, 'U0ALICE', `cancel ${await askForGrant(clinic)}`)
    expect(text).toContain('Taken back')
  })
})
