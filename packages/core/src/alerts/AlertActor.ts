import type { Account } from '../model/Account.ts'

/** Who does something with an alert; `operator`: whoever runs MediKey on its machine, without a chat account. */
export type AlertActor = { readonly principal: string; readonly account: Account } | 'operator'
