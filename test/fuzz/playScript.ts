import type { Chat, Member } from '../chat/Chat.ts'
import type { Act } from './Act.ts'
import { checkAnswer } from './checkAnswer.ts'
import { createOracle } from './oracle/createOracle.ts'
import { type Progress, perform } from './perform.ts'

/**
 * Plays a script in a chat that was just opened, and looks after each act whether it was answered as it should be and
 * changed nothing that it should not.
 *
 * @throws Error which tells the first act that went wrong, and how
 */
export async function playScript(chat: Chat, script: readonly Act[]): Promise<void> {
  const oracle = await createOracle(chat.clinic)
  const progress: Progress = { lastBy: null, clickable: [] }
  /** Those of whose acts something may still be going on. */
  const late = new Set<Member>()
  for (const act of script) {
    const { by, answers, about, isOver } = await perform(chat, act, progress).catch((error: unknown) => {
      throw new Error(`Nobody answered ${JSON.stringify(act)}`, { cause: error })
    })
    const typed = JSON.stringify(act)
    const actors = new Set(by === null ? late : [...late, by])
    if (by !== null && !isOver) late.add(by)
    refuse(act, [
      ...answers.flatMap((answer) => checkAnswer(answer, { typed }) ?? []),
      ...(await oracle.look({ actors, about })),
    ])
  }
  await chat.stop()
  refuse(null, [
    ...(await oracle.look({ actors: late, about: null })),
    ...chat.secrets.filter((secret) => chat.log().includes(secret)).map(() => 'A secret stands in the log.'),
  ])
}

function refuse(act: Act | null, problems: readonly string[]): void {
  if (problems.length === 0) return
  throw new Error([act === null ? 'At the end:' : `After ${JSON.stringify(act)}:`, ...problems].join('\n  '))
}
