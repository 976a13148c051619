import { createMessage, type Home } from '@medikey/core'
import { expect, test } from 'vitest'
import { homeSchema } from '../../testing/schemas/viewSchema.ts'
import { buildHome } from './buildHome.ts'

const hostile = `<!channel> *now* ${'x'.repeat(4000)} 🦠`
const section = (lines: number): Home['sections'][number] => ({
  title: hostile,
  empty: [hostile],
  lines: Array.from({ length: lines }, (_, index) => ({
    id: `r${index}`,
    text: [hostile],
    actions: [
      { kind: 'approve', id: `r${index}` },
      { kind: 'deny', id: `r${index}` },
    ],
  })),
  isCut: true,
})

test.each([
  ['nothing', 0, 0],
  ['a page of each', 3, 10],
  ['more than Slack shows', 9, 40],
])('%s is a view that Slack takes, whatever the texts are', (_, sections, lines) => {
  const home = { notice: [[hostile]], sections: Array.from({ length: sections }, () => section(lines)) }
  const answer = createMessage({ title: hostile, paragraphs: Array.from({ length: 60 }, () => [hostile]) })
  for (const told of [null, answer]) {
    const view = buildHome(home, { answer: told, team: { workspace: 'T0CLINIC', url: null } })
    expect(homeSchema.safeParse(view)).toMatchObject({ success: true })
    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000)
  }
})
