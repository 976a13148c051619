import type { Chat, Member, Seen, TypedCommand } from '../chat/Chat.ts'
import { doOwnWork } from '../chat/doOwnWork.ts'
import { waitUntil } from '../harness/waitUntil.ts'
import type { Act } from './Act.ts'
import { breakPayload } from './breakPayload.ts'
import { reportFinding } from './reportFinding.ts'

const ANSWER_WITHIN_MS = 10_000
const MEMBERS: readonly Member[] = ['cmo', 'alice', 'ben', 'nadia', 'tom', 'ines', 'mallory']

/** What came of an act. */
export type Performed = {
  /** Who did it; null where nobody did, or there was nothing to do it to. */
  readonly by: Member | null
  /** What they were told: messages, forms, and what is wrong with a form's fields. */
  readonly answers: readonly string[]
  /** The one request or alert that it may have decided; null where that is not told by it. */
  readonly about: string | null
  /** Whether all that it set off is over: an answer that need not come is not waited for. */
  readonly isOver: boolean
}

/** What a script has led to so far. */
export type Progress = { lastBy: Member | null; readonly clickable: { whose: Member | null; seen: Seen }[] }

const nothing: Performed = { by: null, answers: [], about: null, isOver: true }

/**
 * Does what an act says, and waits for the answer.
 *
 * @throws Error when nobody acknowledges within the platform's time, or nobody answers
 */
export async function perform(chat: Chat, act: Act, progress: Progress): Promise<Performed> {
  if (act.act === 'click') await chat.deliver()
  remember(chat, progress)
  if (act.act === 'wait') {
    await doOwnWork(chat, { hours: act.hours })
    return nothing
  }
  if (act.act === 'find') {
    await reportFinding(chat.clinic, act)
    return nothing
  }
  if (act.act === 'redeliver') {
    await chat.redeliver()
    // What asks for a form a second time is answered by the form that stands open.
    return { by: progress.lastBy, answers: [], about: null, isOver: false }
  }
  if (act.act === 'submit' && findForm(chat, act.of) === undefined) await askForForm(chat, act.of)
  // Who takes a form over is answered where it was opened.
  const witnesses = new Set([act.by, ...(act.act === 'submit' ? [act.of] : [])])
  const look = () => [...witnesses].flatMap(chat.shownTo)
  const earlier = new Set(look().map(({ id }) => id))
  const sent = await send(chat, act, progress)
  if (sent === null) return nothing
  progress.lastBy = act.by
  const problems = Object.values(sent.problems)
  const performed = { by: act.by, about: sent.about }
  if (act.broken !== undefined) return { ...performed, answers: [], isOver: false }
  if (problems.length > 0) return { ...performed, answers: problems, isOver: true }
  const answers = await waitUntil({
    what: `an answer to ${act.by}`,
    withinMs: ANSWER_WITHIN_MS,
    everyMs: 1,
    look() {
      const shown = look().filter(({ id }) => !earlier.has(id))
      return shown.length > 0 ? shown : null
    },
  })
  return { ...performed, answers: answers.map(({ text }) => text), isOver: true }
}

/** Sends it; null where there is nothing that it could be done to. */
async function send(
  chat: Chat,
  act: Extract<Act, { by: Member }>,
  progress: Progress,
): Promise<{ problems: Readonly<Record<string, string>>; about: string | null } | null> {
  const { by } = act
  const edit = act.broken === undefined ? undefined : breakPayload(act.broken)
  const fill = await createFiller(chat)
  if (act.act === 'command') {
    await chat.command({
      by,
      command: fillCommand(act.command, fill),
      ...(edit === undefined ? {} : { edit }),
    })
    return { problems: {}, about: null }
  }
  const forge = act.forge && {
    ...(act.forge.name === undefined ? {} : { name: act.forge.name }),
    ...(act.forge.memory === undefined ? {} : { memory: fill(act.forge.memory) }),
  }
  const changed = { ...(forge === undefined ? {} : { forge }), ...(edit === undefined ? {} : { edit }) }
  if (act.act === 'click') {
    const visible = progress.clickable.filter(({ whose }) => whose === null || whose === by)
    const on = visible.at(-1 - (act.on % Math.max(1, visible.length)))?.seen
    const button = on?.buttons[act.button % Math.max(1, on.buttons.length)]
    if (on === undefined || button === undefined) return null
    await chat.click({ by, on, button, ...changed })
    return { problems: {}, about: button.id }
  }
  const form = findForm(chat, act.of)
  if (form === undefined) return null
  const values = Object.fromEntries(Object.entries(act.values).map(([name, text]) => [name, fill(text)]))
  return { problems: await chat.submit({ by, form, values, ...changed }), about: null }
}

const findForm = (chat: Chat, member: Member): Seen | undefined =>
  chat.shownTo(member).findLast((seen) => seen.fields.length > 0 && seen.isOpen)

async function askForForm(chat: Chat, member: Member): Promise<Seen> {
  await chat.command({ by: member, command: { subcommand: 'grant', values: [] } })
  return waitUntil({
    what: `a form for ${member}`,
    withinMs: ANSWER_WITHIN_MS,
    everyMs: 1,
    look: () => findForm(chat, member),
  })
}

/** Keeps every state of what has buttons: an old one may be clicked long after it changed. */
function remember(chat: Chat, { clickable }: Progress): void {
  const now = [
    ...chat.cards().map((seen) => ({ whose: null, seen })),
    ...MEMBERS.flatMap((whose) => chat.shownTo(whose).map((seen) => ({ whose, seen }))),
  ]
  const known = new Set(clickable.map(({ seen }) => `${seen.id} ${seen.text}`))
  clickable.push(
    ...now.filter(({ seen }) => seen.buttons.length > 0 && !known.has(`${seen.id} ${seen.text}`)),
  )
}

/** Puts the ids of the requests and alerts that there are where a text speaks of `{request 3}` or `{alert 3}`. */
async function createFiller(chat: Chat): Promise<(text: string) => string> {
  const { store } = chat.clinic.deps
  const found: Readonly<Record<string, readonly { id: string }[]>> = {
    request: (await store.findRequests({ limit: 100 })).toReversed(),
    alert: (await store.listAlerts({ limit: 100 })).toReversed(),
  }
  return (text) =>
    text.replace(/\{(request|alert) (\d+)\}/g, (_, kind: string, n: string) => {
      const those = found[kind] ?? []
      return those[Number(n) % those.length]?.id ?? 'zzzzzzzzzz'
    })
}

function fillCommand(command: TypedCommand, fill: (text: string) => string): TypedCommand {
  return { ...command, values: command.values.map(({ name, text }) => ({ name, text: fill(text) })) }
}
