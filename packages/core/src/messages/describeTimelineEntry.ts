import type { Directory } from '../identities/createDirectory.ts'
import type { TimelineEntry } from '../model/TimelineEntry.ts'
import type { Settings } from '../Settings.ts'
import { cutText } from './cutText.ts'
import { describeEntry } from './describeEntry.ts'
import { describeEvent } from './describeEvent.ts'
import type { Span, Text } from './Message.ts'

/** Ten lines have to fit into the 4,000 characters of a Discord message; a reason stands whole on its card. */
const LONGEST_REASON = 160

/** One line of a record's timeline: when, who, what, by which request, in which transaction, why. */
export function describeTimelineEntry(options: {
  line: TimelineEntry
  directory: Directory
  settings: Settings
}): Text {
  const { line, directory, settings } = options
  if (line.kind === 'event') {
    const { event, requestId, reason, isFinal } = line
    return [
      ...describeEvent({ event, directory }),
      ...(isFinal ? [', final'] : []),
      ...describeRequestId(requestId),
      ...describeEvidence(event.txid, settings),
      ...describeReason(reason),
    ]
  }
  const { entry } = line
  const { txid, reason, exception } = entry.detail
  return [
    ...describeEntry({ entry, directory }),
    ...describeRequestId(entry.requestId),
    ...(txid === undefined ? [] : describeEvidence(txid, settings)),
    ...describeReason(reason ?? exception ?? null),
  ]
}

function describeRequestId(requestId: string | null): Span[] {
  return requestId === null ? [] : [' · request ', { code: requestId }]
}

/** A link may be short, since it leads to the whole; without an explorer the id itself is what there is. */
function describeEvidence(txid: string, settings: Settings): Span[] {
  const url = settings.explorerUrl(txid)
  return [' · ', url === null ? { code: txid } : { link: { label: `${txid.slice(0, 10)}…`, url } }]
}

function describeReason(reason: string | null): Span[] {
  return reason === null ? [] : [` · ${cutText(reason, LONGEST_REASON)}`]
}
