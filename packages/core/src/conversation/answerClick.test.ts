import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Clinic,
  createClinic,
  createRecordedChat,
  type Handle,
  type RecordedChat,
  reportFindings,
  sampleFinding,
} from '../../testing/index.ts'
import { toPlainText } from '../messages/toPlainText.ts'
import type { Finding } from '../model/Finding.ts'
import type { MessageRef } from '../model/Post.ts'
import { answerClick } from './answerClick.ts'
import { answerForm } from './answerForm.ts'

let clinic: Clinic
let chat: RecordedChat
let alertId: string
let delivered: number

beforeEach(async () => {
  clinic = createClinic()
  chat = createRecordedChat(clinic)
  delivered = 0
  alertId = await raise({})
})

/** A condition, told in the alerts channel. */
async function raise(finding: Partial<Finding>): Promise<string> {
  const found = sampleFinding({ rule: 'record-drawn', kind: 'condition', ...finding })
  const [alert] = await reportFindings(clinic.deps, { holds: [found] })
  await chat.deliver()
  return alert?.id ?? ''
}

const findMessage = async (id: string): Promise<MessageRef> => {
  const ref = await clinic.deps.store.getCard({ alertId: id, platform: 'slack' })
  if (ref === null) throw new Error('The alert was not posted.')
  return ref
}

async function acknowledge(
  by: Handle | 'mallory',
  options: { id?: string; clicked?: MessageRef | 'command' | null } = {},
): Promise<string> {
  const { id = alertId, clicked = await findMessage(alertId) } = options
  delivered += 1
  const answer = await answerClick(clinic.deps, {
    account: clinic.account(by),
    delivery: `click ${delivered}`,
    kind: 'acknowledge',
    id,
    clicked,
  })
  if (!('message' in answer)) throw new Error('A form opened.')
  return answer.message.paragraphs.map(toPlainText).join('\n')
}

const getStatus = async (id = alertId) => (await clinic.deps.store.getAlert(id))?.status
const countEvidence = async () =>
  (await clinic.deps.store.listAudit({ limit: 100 })).filter(({ action }) => action === 'alert-acknowledged')
    .length

describe('Acknowledge', () => {
  test('by two people at once is one acknowledgement, of who may', async () => {
    const [nurse, officer] = await Promise.allSettled([acknowledge('nadia'), acknowledge('cmo')])
    expect(nurse).toMatchObject({ reason: { code: 'NOT_CMO' } })
    expect(officer).toMatchObject({ value: expect.stringContaining('is acknowledged') })
    expect(await countEvidence()).toBe(1)
  })

  test('twice at once changes once, and the second is told how it stands', async () => {
    const told = await Promise.all([acknowledge('cmo'), acknowledge('cmo')])
    expect(told.filter((text) => text.includes('is acknowledged'))).toHaveLength(1)
    expect(told.filter((text) => text.includes('was acknowledged by cmo'))).toHaveLength(1)
    expect(await countEvidence()).toBe(1)
  })

  test('on an alert that is over changes nothing', async () => {
    const clicked = await findMessage(alertId)
    await reportFindings(clinic.deps, { ended: [sampleFinding().fingerprint] })
    expect(await acknowledge('cmo', { clicked })).toContain('is over since')
    expect(await countEvidence()).toBe(0)
  })

  test.each([
    ['another alert’s message', (other: MessageRef): MessageRef | null => other],
    ['no message', () => null],
    ['a message that is none', (other: MessageRef) => ({ ...other, messageId: '0.0' })],
    ['the same place in another workspace', (other: MessageRef) => ({ ...other, workspace: 'T0OTHER' })],
  ])('on %s changes nothing', async (_, place) => {
    const other = await raise({ fingerprint: 'other', cause: 'other' })
    const clicked = place(await findMessage(other))
    await expect(acknowledge('cmo', { clicked })).rejects.toMatchObject({ code: 'FOREIGN_MESSAGE' })
    expect(await getStatus()).toBe('firing')
    expect(await getStatus(other)).toBe('firing')
  })

  test('on the card of a request, carrying an alert’s id, changes nothing', async () => {
    const clicked = { ...(await findMessage(alertId)), channel: 'C0OTHER' }
    await expect(acknowledge('cmo', { clicked })).rejects.toMatchObject({ code: 'FOREIGN_MESSAGE' })
    expect(await getStatus()).toBe('firing')
  })

  test.each([
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    'x'.repeat(5000),
    "' or 1=1 --",
    '{"id":1}',
    '../../etc/passwd',
    'é',
    'a3x9q1mz7t',
  ])('with the id %j finds no alert', async (id) => {
    for (const clicked of [await findMessage(alertId), 'command'] as const)
      await expect(acknowledge('cmo', { id, clicked })).rejects.toMatchObject({
        code: expect.stringMatching(/^(ALERT_NOT_FOUND|FOREIGN_MESSAGE)$/),
      })
    expect(await getStatus()).toBe('firing')
  })

  test('takes an id as people type it', async () => {
    expect(await acknowledge('cmo', { id: ` ${alertId.toUpperCase()} `, clicked: 'command' })).toContain(
      'is acknowledged',
    )
  })
})

describe('Silence', () => {
  const silence = (options: { id?: string; values: Record<string, string>; clicked?: MessageRef | null }) =>
    answerForm(clinic.deps, {
      account: clinic.account('cmo'),
      delivery: 'form',
      id: 'silence',
      subjectId: options.id ?? alertId,
      values: options.values,
      clicked: options.clicked ?? null,
    })

  test('asks before it looks for anything, whatever the button carries', async () => {
    const answer = await answerClick(clinic.deps, {
      account: clinic.account('mallory'),
      delivery: 'click',
      kind: 'silence',
      id: 'nosuchalert',
      clicked: null,
    })
    expect(answer).toMatchObject({ form: { id: 'silence', subjectId: 'nosuchalert' } })
  })

  test('from a form that another alert’s message opened changes nothing', async () => {
    const other = await raise({ fingerprint: 'other', cause: 'other' })
    const values = { duration: '8h', reason: 'known' }
    const clicked = await findMessage(other)
    await expect(silence({ values, clicked })).rejects.toMatchObject({ code: 'FOREIGN_MESSAGE' })
    expect((await clinic.deps.store.getAlert(alertId))?.silencedUntil).toBeNull()
  })

  test('of a form without an alert finds none', async () => {
    const values = { duration: '8h', reason: 'known' }
    await expect(silence({ id: '', values })).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' })
  })
})
