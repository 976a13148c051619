/** True for an address, or a contract of an address, of testnet: single (`ST`) or multiple (`SN`) signature. */
export function isTestnetPrincipal(principal: string): boolean {
  return principal.startsWith('ST') || principal.startsWith('SN')
}
