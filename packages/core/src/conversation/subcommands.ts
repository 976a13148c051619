import type { Subcommand } from './Subcommand.ts'
import { access } from './subcommands/access.ts'
import { ack } from './subcommands/ack.ts'
import { alerts } from './subcommands/alerts.ts'
import { approve } from './subcommands/approve.ts'
import { archive } from './subcommands/archive.ts'
import { audit } from './subcommands/audit.ts'
import { cancel } from './subcommands/cancel.ts'
import { create } from './subcommands/create.ts'
import { createHelp } from './subcommands/createHelp.ts'
import { deny } from './subcommands/deny.ts'
import { grant } from './subcommands/grant.ts'
import { link } from './subcommands/link.ts'
import { maintenance } from './subcommands/maintenance.ts'
import { pending } from './subcommands/pending.ts'
import { privilege } from './subcommands/privilege.ts'
import { record } from './subcommands/record.ts'
import { records } from './subcommands/records.ts'
import { release } from './subcommands/release.ts'
import { request } from './subcommands/request.ts'
import { revoke } from './subcommands/revoke.ts'
import { silence } from './subcommands/silence.ts'
import { stats } from './subcommands/stats.ts'
import { unlink } from './subcommands/unlink.ts'
import { unsilence } from './subcommands/unsilence.ts'
import { whoami } from './subcommands/whoami.ts'

const others: readonly Subcommand[] = [
  whoami,
  link,
  unlink,
  record,
  records,
  stats,
  privilege,
  audit,
  grant,
  revoke,
  request,
  pending,
  approve,
  deny,
  cancel,
  release,
  create,
  access,
  archive,
  maintenance,
  alerts,
  ack,
  silence,
  unsilence,
]

/**
 * Everything that can be asked of MediKey in chat. Each platform, the documentation and the help take it from here, so
 * what is added here is there everywhere.
 *
 * @example
 * subcommands.map(formatUsage)
 */
export const subcommands: readonly Subcommand[] = [createHelp(others), ...others]
