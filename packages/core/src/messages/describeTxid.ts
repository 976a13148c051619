import type { Settings } from '../Settings.ts'
import type { Span } from './Message.ts'

/** A transaction's id, as a link where an explorer shows it. */
export function describeTxid(settings: Settings, txid: string): Span {
  const url = settings.explorerUrl(txid)
  return url === null ? { code: txid } : { link: { label: txid, url } }
}
