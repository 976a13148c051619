import type { Edit, Operator } from '../Operator.ts'
import { canRefuse } from '../source/canRefuse.ts'
import { operatorOf } from '../source/operatorOf.ts'
import type { SourceNode } from '../source/SourceNode.ts'
import { statementsOf } from '../source/statementsOf.ts'

/** Puts a check behind the one that follows it. */
export const swapChecks: Operator = {
  name: 'swap-checks',
  about: 'lets the later of two neighbouring checks answer first',
  mutate: (node) => {
    const statements = statementsOf(node)
    return statements.slice(1).flatMap((later, index) => {
      const earlier = statements[index]
      if (earlier === undefined || !canRefuse(earlier) || !canRefuse(later)) return []
      return swap({ earlier, later, isAnswer: index === statements.length - 2 })
    })
  },
}

function swap({
  earlier,
  later,
  isAnswer,
}: {
  earlier: SourceNode
  later: SourceNode
  isAnswer: boolean
}): Edit[] {
  const edit = (text: string) => [{ start: earlier.start, end: later.end, text }]
  const [, bindings, first] = later.children
  // The bindings of a let check first, so the earlier check moves in behind them.
  if (operatorOf(later) === 'let' && bindings !== undefined && first !== undefined && canRefuse(bindings)) {
    const head = later.text.slice(0, first.start - later.start)
    return edit(`${head}${earlier.text} ${later.text.slice(first.start - later.start)}`)
  }
  // What a body answers is worked out before the earlier check, and still answered after it.
  return edit(
    isAnswer ? `(let ((answer ${later.text})) ${earlier.text} answer)` : `${later.text} ${earlier.text}`,
  )
}
