import type { App, RouteDeps } from '../../http/RouteDeps.ts'
export function addExtendedRoutes(_app: App, _deps: RouteDeps): void {}
